using System.Text;
using NewsSearch.Ingest.Readers;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Tables;

public sealed class TableReaderTests : IDisposable
{
    private readonly ReaderRun _run = new();

    [Theory]
    [InlineData("a.csv", "Headline,Publication,Publish Date,Content\n\"T, \"\"x\"\"\",The Tide,2024-02-20,\"First.\n\nSecond.\"\n")]
    [InlineData("a.tsv", "headline\tpublication\tdate\ttext\r\n\"T, \"\"x\"\"\"\tThe Tide\t2024-02-20\t\"First.\n\nSecond.\"")]
    [InlineData("a.txt", "title;source;published;body\n\"T, \"\"x\"\"\";The Tide;2024-02-20;\"First.\n\nSecond.\" \n\n")]
    public void Header_and_delimiter_are_guessed(string name, string table)
    {
        var article = Assert.Single(_run.Read(name, Utf8(table)));

        Assert.Empty(_run.Rejected);
        Assert.Equal(("T, \"x\"", "The Tide", "2024-02-20", "First.\n\nSecond."), (article.Given.Title, article.Given.Outlet, article.Given.Published?.Text, article.Given.Body));
        Assert.Equal(("line 2", "table"), (article.Place, article.Format));
    }

    [Fact]
    public void Broken_quotes_cost_one_line_and_the_rest_goes_on()
    {
        var table = "title,body\none,1\n\"two,2\nthree,3\n\"four\" x,4\nfive \"5\" feet,5\nsix,6,7\n\nseven\neight,\"8\n8\"\n\"nine,9\n";

        var articles = _run.Read("a.csv", Utf8(table));

        Assert.Equal(["one", "three", "five \"5\" feet", "eight"], articles.Select(article => article.Given.Title));
        Assert.Equal(
            [
                ("line 3", "The row's quotes are broken: text follows a closing one."), ("line 5", "The row's quotes are broken: text follows a closing one."),
                ("line 7", "The row has 3 fields, the first row names 2."), ("line 9", "The row has 1 fields, the first row names 2."),
                ("line 12", "A quote is opened in the row that is never closed."),
            ],
            _run.Rejected.Select(rejection => (rejection.Place, rejection.Reason)));
    }

    [Fact]
    public void Columns_that_nobody_knows_are_named_with_what_to_do_and_a_map_helps()
    {
        var table = Utf8("kopf,volltext\nT,First.\n");

        Assert.Empty(_run.Read("a.csv", table));
        var article = Assert.Single(_run.Read("a.csv", table, new ReadOptions { Map = FieldMap.Parse(["title=kopf", "body=Volltext"]) }));

        Assert.Equal(("a.csv", "line 1", "None of its columns (kopf, volltext) is known to hold a text; say which does, as in --map body=volltext."), Assert.Single(_run.Rejected));
        Assert.Equal(("T", "First."), (article.Given.Title, article.Given.Body));
    }

    [Fact]
    public void A_row_that_is_too_long_is_rejected_and_not_held()
    {
        var table = "title,body\none," + new string('x', 3 << 20) + "\n\"two," + new string('x', 3 << 20) + "\nthree,3\n";

        var article = Assert.Single(_run.Read("a.csv", Utf8(table), new ReadOptions { MaxRecordByteLength = 1 << 20 }));

        Assert.Equal("three", article.Given.Title);
        Assert.Equal(["line 2", "line 3"], _run.Rejected.Select(rejection => rejection.Place));
    }

    [Fact]
    public void Any_encoding_is_read()
    {
        var articles = _run.Read("a.csv", Encoding.Unicode.GetBytes("\uFEFFtitle,body\ncafé,x\n")).Concat(_run.Read("b.csv", Encoding.Latin1.GetBytes("title,body\ncafé,x\n")));

        Assert.All(articles, article => Assert.Equal("café", article.Given.Title));
    }

    public void Dispose() => _run.Dispose();
}
