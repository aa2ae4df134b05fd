namespace NewsSearch.Ingest.Readers.Records;

/// <summary>The names under which programs and people keep the fields of an article. Names are written as <see cref="RecordFields.KeyOf"/> gives them.</summary>
/// <param name="Name">Whose they are.</param>
/// <param name="Marks">Names of which one tells the dialect; none for the last, which takes all.</param>
/// <param name="Columns">Our field -> names in it, the best first.</param>
internal sealed record RecordDialect(string Name, string[] Marks, Dictionary<string, string[]> Columns)
{
    /// <summary>Dialects in the order in which they are tried. A name may mean different things: "source" is an address in trafilatura, elsewhere an outlet.</summary>
    public static IReadOnlyList<RecordDialect> All { get; } =
    [
        new("trafilatura", ["sourcehostname", "fingerprint", "rawtext"], new()
        {
            ["id"] = ["id"],
            ["url"] = ["url", "source"],
            ["title"] = ["title"],
            ["published"] = ["date"],
            ["outlet"] = ["sourcehostname", "sitename", "hostname"],
            ["authors"] = ["author"],
            ["body"] = ["text", "rawtext"],
            ["section"] = ["categories"],
            ["language"] = ["language"],
        }),
        new("newspaper4k", ["metasitename", "metalang", "readmorelink", "canonicallink"], new()
        {
            ["url"] = ["url", "canonicallink"],
            ["title"] = ["title"],
            ["published"] = ["publishdate"],
            ["outlet"] = ["metasitename"],
            ["authors"] = ["authors"],
            ["body"] = ["text", "textcleaned"],
            ["language"] = ["language", "metalang"],
        }),
        new("news-please", ["maintext", "datepublish", "titlerss", "sourcedomain"], new()
        {
            ["url"] = ["url"],
            ["title"] = ["title", "titlerss", "titlepage"],
            ["published"] = ["datepublish"],
            ["outlet"] = ["sourcedomain"],
            ["authors"] = ["authors"],
            ["body"] = ["maintext", "text"],
            ["language"] = ["language"],
        }),
        new("Media Cloud", ["textcontent", "articletitle"], new()
        {
            ["id"] = ["id"],
            ["url"] = ["originalurl", "url"],
            ["title"] = ["articletitle"],
            ["published"] = ["publicationdate"],
            ["outlet"] = ["canonicaldomain"],
            ["body"] = ["textcontent"],
            ["language"] = ["language"],
        }),
        new("general", [], new()
        {
            ["id"] = ["id", "guid", "uuid", "articleid", "docid"],
            ["url"] = ["url", "link", "weburl", "articleurl", "canonicalurl", "permalink", "sourceurl", "uri"],
            ["title"] = ["title", "headline", "headline.main", "articletitle", "heading"],
            ["lead"] = ["lead", "standfirst", "subtitle", "abstract", "subheadline"],
            ["published"] =
            [
                "published", "date", "publishedat", "publishdate", "publicationdate", "datepublished", "pubdate", "publisheddate", "datepublish",
                "publishedon", "firstpublished", "dateposted", "day", "createdat",
            ],
            ["outlet"] =
            [
                "outlet", "publication", "publisher", "publisher.name", "newspaper", "sourcename", "source.name", "source", "sitename", "site", "medium", "media",
                "domain", "hostname", "host",
            ],
            ["authors"] = ["authors", "author", "byline", "author.name", "authors.name", "byline.original", "by", "creator", "writer"],
            ["body"] =
            [
                "body", "text", "content", "fulltext", "articletext", "articlebody", "maintext", "textcontent", "bodytext", "article", "story",
                "contenttext", "articlecontent", "plaintext", "text.content",
            ],
            ["section"] = ["section", "category", "sectionname", "articlesection", "categories", "desk", "topic"],
            ["language"] = ["language", "lang", "inlanguage"],
        }),
    ];

    /// <summary>The dialect of a record.</summary>
    public static RecordDialect Of(RecordFields fields) => All.First(dialect => dialect.Marks.Length == 0 || dialect.Marks.Any(fields.Has));

    /// <summary>Whether some dialect knows the name as this field's.</summary>
    public static bool Knows(string field, string key) => All.Any(dialect => dialect.Columns.TryGetValue(field, out var keys) && keys.Contains(key));
}
