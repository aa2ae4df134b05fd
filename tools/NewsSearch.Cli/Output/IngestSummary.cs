using System.Globalization;
using System.Text.Json;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Output;

/// <summary>How <c>add</c> or <c>rebuild</c> ended: articles indexed, what was read by format, what came again, was removed and rejected; after a
/// rebuild also outlets and years.</summary>
internal sealed record IngestSummary(
    long Articles, Repetitions Repetitions, long BoilerplateRemoved, RejectionLog Rejected, IngestCounts Counts, TimeSpan Took)
{
    /// <summary>For the help.</summary>
    public const string JsonForm =
        """Prints {"articles":N,"tookMs":N,"formats":[{"format":…,"articles":N,"rejected":N}],"skipped":[{"kind":…,"count":N}],"rejected":[{"source":…,"place":…,"reason":…}],"rejectedCount":N,"rejectedFile":…,"repeated":{…},"boilerplate":{…}}, after a rebuild also outlets and years.""";

    private const int OutletsShown = 10;

    /// <summary>The whole report of a rebuild; null for <c>add</c>.</summary>
    public RebuildReport? Rebuild { get; init; }

    public int ExitCode => Rejected.Count == 0 ? Cli.ExitCode.Done : Cli.ExitCode.SomeRejected;

    /// <summary>What came again and the rejections on the error stream, then the sum.</summary>
    public int Report(Terminal terminal, string index, bool asJson)
    {
        foreach (var repeated in Repetitions.First) terminal.Error.WriteLine(MarkedText.Plain(InWords(repeated)));
        Rejected.WriteText(terminal.Error);
        if (asJson) JsonOutput.Write(terminal, WriteJson);
        else WriteText(index, terminal.Out);
        return ExitCode;
    }

    private static string InWords(RepeatedId repeated) => $"{repeated.Source}: " + repeated.Kind switch
    {
        Repetition.Renamed => $"another article has the id '{repeated.Id}' too; this one is kept as '{repeated.KeptAs}'.",
        Repetition.Newer => $"a changed version of '{repeated.Id}', which replaces the older.",
        Repetition.Older => $"an older version of '{repeated.Id}', left out for the newer.",
        _ => $"the article '{repeated.Id}' came before and is counted once.",
    };

    private void WriteText(string index, TextWriter output)
    {
        var rejected = Rejected.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Rejected.Count:N0} rejected") : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Number(Articles, "article")} indexed{rejected}, in {Took.TotalSeconds:0.0} seconds: {index}"));
        foreach (var format in Counts.Formats)
        {
            var refused = format.Rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $", {format.Rejected:N0} rejected") : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {format.Format}: {format.Articles:N0} read{refused}"));
        }
        foreach (var (kind, count) in Counts.Skipped) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  passed over, {kind}: {count:N0}"));
        if (Repeated() is { Length: > 0 } repeated) output.WriteLine("came again: " + repeated);
        if (BoilerplateRemoved > 0) output.WriteLine($"boilerplate: {Number(BoilerplateRemoved, "paragraph")} removed{(Rebuild is { } learned ? $" by {Number(learned.Boilerplate, "learned rule")}" : "")}; newssearch rules lists them");
        if (Rebuild is not { Articles: > 0 } report) return;
        var others = report.OutletCount - Math.Min(OutletsShown, report.Outlets.Count);
        output.WriteLine("outlets: " + string.Join(" · ", report.Outlets.Take(OutletsShown).Select(InWords)) + (others > 0 ? string.Create(CultureInfo.InvariantCulture, $" · and {others:N0} more") : ""));
        output.WriteLine("years: " + string.Join(" · ", ByYear(report).Select(InWords)));
    }

    private string Repeated() => string.Join(", ", new (long Count, string Words)[]
    {
        (Repetitions.Same, "with the same text"),
        (Repetitions.Newer, "as a newer version, which replaced the older"),
        (Repetitions.Older, "as an older version, left out"),
        (Repetitions.Renamed, "under the id of another article, renamed"),
    }.Where(kind => kind.Count > 0).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count:N0} {kind.Words}")));

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
        foreach (var rejection in Rejected.Shown) RejectionLog.Write(rejection, json);
        json.WriteEndArray();
        json.WriteNumber("rejectedCount", Rejected.Count);
        if (Rejected.Path is { } path) json.WriteString("rejectedFile", path);
        json.WriteStartObject("repeated");
        json.WriteNumber("same", Repetitions.Same);
        json.WriteNumber("newer", Repetitions.Newer);
        json.WriteNumber("older", Repetitions.Older);
        json.WriteNumber("renamed", Repetitions.Renamed);
        json.WriteEndObject();
        json.WriteStartObject("boilerplate");
        if (Rebuild is not null) json.WriteNumber("learned", Rebuild.Boilerplate);
        json.WriteNumber("removed", BoilerplateRemoved);
        json.WriteEndObject();
        if (Rebuild is { } report)
        {
            Write("outlets", report.Outlets);
            Write("years", ByYear(report));
        }
        json.WriteEndObject();

        void Write(string name, IEnumerable<KeyValuePair<string, long>> counts)
        {
            json.WriteStartObject(name);
            foreach (var (value, count) in counts) json.WriteNumber(value, count);
            json.WriteEndObject();
        }
    }

    private static IOrderedEnumerable<KeyValuePair<string, long>> ByYear(RebuildReport report) => report.Years.OrderBy(year => year.Key, StringComparer.Ordinal);

    private static string InWords(KeyValuePair<string, long> count) => string.Create(CultureInfo.InvariantCulture, $"{MarkedText.Plain(count.Key)} {count.Value:N0}");

    private static string Number(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
