using NewsSearch.Ingest.Readers;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Records;

/// <summary>JSON as other programs write it: each explains itself.</summary>
public sealed class RecordDialectTests : IDisposable
{
    private readonly ReaderRun _run = new();

    [Theory]
    [InlineData("""{"title":"T","author":"A B; C D","hostname":"tide.example","date":"2024-02-20","fingerprint":"ff","id":null,"source":"https://tide.example/1","source-hostname":"The Tide","excerpt":"E","categories":"World;Sea","text":"First.","language":"en"}""")]
    [InlineData("""{"url":"https://tide.example/1","read_more_link":"","language":"en","title":"T","authors":["A B","C D"],"publish_date":"2024-02-20","meta_site_name":"The Tide","meta_lang":"en","text":"First.","summary":"","section":"None"}""")]
    [InlineData("""{"authors":["A B","C D"],"date_download":"2024-03-01 10:00:00","date_modify":"None","date_publish":"2024-02-20","description":null,"language":"en","maintext":"First.","source_domain":"The Tide","title":"T","title_page":null,"title_rss":"None","url":"https://tide.example/1"}""")]
    [InlineData("""{"original_url":"https://tide.example/1","article_title":"T","publication_date":"2024-02-20","canonical_domain":"The Tide","text_content":"First.","language":"en","version":"0.4.1"}""")]
    [InlineData("""{"headline":{"main":"T"},"byline":[{"original":"By A B"},{"original":"C D"}],"pub_date":"2024-02-20","web_url":"https://tide.example/1","source":{"name":"The Tide"},"content":"First.","lang":"en"}""")]
    public void A_record_explains_itself(string json)
    {
        var article = Assert.Single(_run.Read("a.json", Utf8(json))).Given;

        Assert.Empty(_run.Rejected);
        Assert.Equal(("T", "First.", "The Tide", "2024-02-20", "https://tide.example/1", "en"), (article.Title, article.Body, article.Outlet, article.Published?.Text, article.Url, article.Language));
        if (article.Authors.Count > 0) Assert.Equal(["A B", "C D"], article.Authors);
    }

    [Fact]
    public void A_map_names_the_fields_of_others()
    {
        var options = new ReadOptions { Map = FieldMap.Parse(["body=Volltext", "title=kopf.zeile", "published=Datum", "outlet=Blatt", "outlet=Quelle"]) };

        var article = Assert.Single(_run.Read("a.jsonl", Utf8("""{"volltext":"First.","kopf":{"zeile":"T"},"datum":"20. Feb 2024","blatt":"None","quelle":"The Tide"}"""), options)).Given;

        Assert.Equal(("T", "First.", "The Tide", "2024-02-20"), (article.Title, article.Body, article.Outlet, article.Published?.Text));
    }

    [Theory]
    [InlineData("body", "'body' says nothing: write field=column, as in body=article_text.")]
    [InlineData("body=", "'body=' says nothing: write field=column, as in body=article_text.")]
    [InlineData("titel=x", "'titel' is no field of an article; the fields are id, url, title, lead, body, outlet, published, authors, section, language.")]
    public void A_bad_map_is_told_in_a_sentence(string pair, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => FieldMap.Parse([pair])).Message);

    public void Dispose() => _run.Dispose();
}
