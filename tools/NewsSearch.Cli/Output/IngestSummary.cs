using System.Globalization;
using System.Text.Json;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Output;

/// <summary>How <c>add</c> or <c>rebuild</c> ended: the number of articles indexed, what was read by format, and every rejection.</summary>
internal sealed record IngestSummary(long Articles, IReadOnlyList<Rejection> Rejected, IngestCounts Counts, TimeSpan Took)
{
    /// <summary>For the help.</summary>
    public const string JsonForm = """Prints {"articles":N,"tookMs":N,"formats":[{"format":…,"articles":N,"rejected":N}],"skipped":[{"kind":…,"count":N}],"rejected":[{"source":…,"place":…,"reason":…}]}.""";

    public int ExitCode => Rejected.Count == 0 ? Cli.ExitCode.Done : Cli.ExitCode.SomeRejected;

    /// <summary>The rejections on the error stream, then the sum.</summary>
    public int Report(Terminal terminal, string index, bool asJson)
    {
        foreach (var rejection in Rejected) terminal.Error.WriteLine(MarkedText.Plain(InWords(rejection)));
        if (asJson) JsonOutput.Write(terminal, WriteJson);
        else WriteText(terminal.Out, index);
        return ExitCode;
    }

    /// <summary>"folder/a.jsonl, line 12: It is not a JSON object."</summary>
    private static string InWords(Rejection rejection) =>
        $"{rejection.Source}{(rejection.Place.Length > 0 ? ", " + rejection.Place : "")}: {rejection.Reason}";

    private void WriteText(TextWriter text, string index)
    {
        text.WriteLine(InWords(index));
        foreach (var format in Counts.Formats)
        {
            var rejected = format.Rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $", {format.Rejected:N0} rejected") : "";
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {format.Format}: {format.Articles:N0} read{rejected}"));
        }
        foreach (var (kind, count) in Counts.Skipped) text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  passed over, {kind}: {count:N0}"));
    }

    private string InWords(string index)
    {
        var articles = Articles == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{Articles:N0} articles");
        var rejected = Rejected.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Rejected.Count:N0} rejected") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{articles} indexed{rejected}, in {Took.TotalSeconds:0.0} seconds: {index}");
    }

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("articles", Articles);
        json.WriteNumber("tookMs", Math.Round(Took.TotalMilliseconds));
        json.WriteStartArray("formats");
        foreach (var format in Counts.Formats)
        {
            json.WriteStartObject();
            json.WriteString("format", format.Format);
            json.WriteNumber("articles", format.Articles);
            json.WriteNumber("rejected", format.Rejected);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (var (kind, count) in Counts.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rejected");
        foreach (var rejection in Rejected)
        {
            json.WriteStartObject();
            json.WriteString("source", rejection.Source);
            json.WriteString("place", rejection.Place);
            json.WriteString("reason", rejection.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
