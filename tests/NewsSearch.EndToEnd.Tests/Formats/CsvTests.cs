using System.Text;
using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed class CsvTests
{
    private static readonly ArticleFormat CsvFormat = ArticleFormat.Named("csv")!;

    [Fact]
    public void A_table_has_a_header_and_a_row_for_each_article()
    {
        var rows = Rows(string.Concat(CsvFormat.Pieces(FormatArticles.All).Select(piece => Encoding.UTF8.GetString(piece.Span))));

        Assert.Equal("id,title,outlet,published,authors,agencies,section,language,url,people,organisations,places,lead,body", string.Join(',', rows[0]).TrimStart('\ufeff'));
        Assert.Equal(1 + FormatArticles.All.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal("Jane Example; J. R. Dolor; Kim Jong Un; Reuters Staff; Amet, Rosa", rows[1][4]);
        Assert.Equal(FormatArticles.Plain.Body, rows[1][^1]);
        Assert.Equal("2024-02-20T23:30+09:00", rows[1][3]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\0=1", "'=1")]
    [InlineData("1=1", "1=1")]
    public void No_cell_is_a_formula(string title, string cell) =>
        Assert.Equal(cell, Rows(CsvFormat.Of(FormatArticles.Plain with { Title = title }))[1][1]);

    [Fact]
    public void A_table_without_articles_has_its_header() => Assert.Single(Rows(string.Concat(CsvFormat.Pieces([]).Select(piece => Encoding.UTF8.GetString(piece.Span)))));

    /// <summary>RFC 4180, read letter by letter.</summary>
    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isEnd = !quoted && (text[i] == ',' || text.AsSpan(i).StartsWith("\r\n"));
            if (isEnd)
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (text[i] == ',') continue;
                rows.Add([]);
                i++;
            }
            else if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else
            {
                quoted = !quoted;
            }
        }

        Assert.False(quoted);
        Assert.Empty(rows[^1]);
        return rows[..^1];
    }
}
