using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.EndToEnd.Tests.Architecture;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Readings;

/// <summary>The page on the query language says what the program does: readings and counts of its examples come from running them.</summary>
[Collection(SampleIndexUsers.Name)]
public sealed class QueryLanguagePageTests(SampleIndex sample)
{
    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "query-language.md");

    [Fact]
    public void Every_example_is_read_and_counted_as_the_page_says()
    {
        using var archive = ArticleArchive.Open(sample.Index);
        var written = File.ReadAllText(Page);

        var run = string.Join('\n', written.Split('\n').Select(line => line.StartsWith("| `", StringComparison.Ordinal) ? Example(line, archive) : line));

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Page, run);
        Assert.Equal(File.ReadAllText(Page), run);
    }

    /// <summary>A row: query, explanation, reading, count.</summary>
    private static string Example(string line, IArticleArchive archive)
    {
        var cells = line.Split('|');
        var answer = archive.Search(new SearchRequest { Query = cells[1].Trim().Trim('`') });
        Assert.True(answer.Notes.Count == 0, line);
        return string.Create(CultureInfo.InvariantCulture, $"|{cells[1]}|{cells[2]}| {answer.InterpretedAs.Replace("*", "\\*", StringComparison.Ordinal)} | {answer.Total} |");
    }
}
