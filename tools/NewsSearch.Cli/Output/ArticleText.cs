using System.Globalization;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Output;

/// <summary>An article -> text: what is known about it, its body; explained also with the rule behind each field and what cleaning removed.</summary>
internal static class ArticleText
{
    public static void Write(Article article, bool explained, TextWriter output)
    {
        output.WriteLine(MarkedText.Plain(article.Title ?? "(no headline)"));
        output.WriteLine();
        Field("id", article.Id);
        if (explained) Field("title", article.Title ?? "(none)");
        Field("outlet", article.Outlet ?? "unknown");
        Field("published", article.Published?.Text ?? "unknown");
        Field("url", article.Url);
        Field("authors", string.Join(", ", article.Authors));
        Field("section", article.Section);
        Field("language", article.Language);
        Field("agencies", string.Join(", ", article.Agencies));
        Field("people", Names(article.People));
        Field("organisations", Names(article.Organisations));
        Field("places", Names(article.Places));
        Field("confidence", article.WordConfidence?.ToString("0 %", CultureInfo.InvariantCulture) is { } share ? $"{share}, mean of its words as recognised on the scan" : null);
        Field("source", article.Source);
        output.WriteLine();
        if (article.Lead is { Length: > 0 } lead && !article.Body.StartsWith(lead, StringComparison.Ordinal))
        {
            output.WriteLine(MarkedText.Plain(lead));
            output.WriteLine();
        }
        output.WriteLine(MarkedText.Plain(article.Body));
        if (explained) WriteReasons(article, output);
        else if (article.Removed.Count > 0) output.WriteLine($"\n[{Passages(article.Removed.Count)} removed by cleaning; --explain shows what and why]");

        void Field(string name, string? value)
        {
            var rule = explained ? Rule(article, name) : null;
            if (!string.IsNullOrEmpty(value) || (rule is not null && article.Overruled.Any(overruled => overruled.Field == name)))
                output.WriteLine($"{name + ":",-15}{MarkedText.Plain(string.IsNullOrEmpty(value) ? "unknown" : value)}{(rule is null ? "" : $"  [by: {MarkedText.Plain(rule)}]")}");
        }
    }

    private static string? Rule(Article article, string field) =>
        article.Overruled.FirstOrDefault(overruled => overruled.Field == field) is { } before
            ? $"{article.ReasonFor(field)}; before: {before.Value ?? "unknown"}"
            : article.ReasonFor(field);

    private static void WriteReasons(Article article, TextWriter output)
    {
        foreach (var quote in article.Quotes)
            output.WriteLine($"\n[quotation, {quote.Kind}, by {quote.Speaker ?? "unknown"}{(quote.Rule is { } rule ? $"; rule: {rule}" : "")}]\n{MarkedText.Plain(quote.Text)}");
        foreach (var removal in article.Removed)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n[removed at {removal.At}; rule: {removal.Rule}]\n{MarkedText.Plain(removal.Text)}"));
    }

    private static string Names(IReadOnlyList<NamedEntity> entities) =>
        string.Join(", ", entities.Select(entity => entity.Mentions.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{entity.Name} ({entity.Mentions.Count})") : entity.Name));

    private static string Passages(int count) => count == 1 ? "1 passage" : string.Create(CultureInfo.InvariantCulture, $"{count} passages");
}
