using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed class RisTests
{
    private static readonly ArticleFormat Ris = ArticleFormat.Named("ris")!;

    [Fact]
    public void An_article_is_one_record_of_tagged_lines()
    {
        string[] expected =
        [
            "TY  - NEWS", "ID  - example2024-", "AU  - Example, Jane", "AU  - Dolor, J. R.", "AU  - Kim Jong Un", "AU  - Reuters Staff", "AU  - Amet, Rosa",
            "TI  - Motor works builds its last limousine", "T2  - The Example", "PY  - 2024", "DA  - 2024/02/20/", "SE  - World", "LA  - en", "AB  - It was black.",
            "UR  - https://example.org/a?x=1&y=%7Bz%7D_~", "ER  - ", "",
        ];

        var lines = Ris.Of(FormatArticles.Plain).Split("\r\n")[..^1];

        lines[1] = lines[1][..expected[1].Length];
        Assert.Equal(expected, lines);
    }

    [Theory]
    [InlineData("2024", "2024///", "2024")]
    [InlineData("2024-02", "2024/02//", "2024")]
    [InlineData("2024-02-20", "2024/02/20/", "2024")]
    [InlineData("2024-02-20T23:30-05:00", "2024/02/20/", "2024")]
    [InlineData(null, null, null)]
    public void A_date_is_cut_to_what_is_known(string? date, string? expected, string? year)
    {
        var record = Ris.Of(FormatArticles.Dated(date));

        Assert.Equal(expected, Value(record, "DA"));
        Assert.Equal(year, Value(record, "PY"));
    }

    [Fact]
    public void Nothing_in_an_article_can_end_a_line_or_a_record()
    {
        var file = Ris.Of(FormatArticles.HostileArticle);

        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("^[A-Z][A-Z0-9]  - [^\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]*$", line));
        Assert.Single(lines, line => line.StartsWith("TY", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("ER", StringComparison.Ordinal));
        Assert.Contains("AU  - Smith and Sons Inc.", lines);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var lines = Ris.Of(FormatArticles.Bare).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["TY", "ID", "TI", "ER"], lines.Select(line => line[..2]));
    }

    private static string? Value(string record, string tag) =>
        record.Split("\r\n").FirstOrDefault(line => line.StartsWith(tag + "  - ", StringComparison.Ordinal))?[6..];
}
