using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Office;

public sealed class DocxReaderTests : IDisposable
{
    private const string Properties = """
        <?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title> </dc:title><dc:creator>A B; C D</dc:creator><dcterms:created>2024-02-20T14:05:06Z</dcterms:created></cp:coreProperties>
        """;

    private readonly ReaderRun _run = new();

    [Fact]
    public void Paragraphs_title_author_and_date_come_out()
    {
        var article = Assert.Single(_run.Read("a.docx", Docx("""
            <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The title</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">One </w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:delText>gone</w:delText></w:r></w:p><w:p/>
            <w:p><w:r><m:AlternateContent xmlns:m="m"><m:Choice><w:t>boxed</w:t></m:Choice><m:Fallback><w:t>boxed</w:t></m:Fallback></m:AlternateContent></w:r></w:p>
            """)));

        Assert.Empty(_run.Rejected);
        Assert.Equal("DOCX", article.Format);
        Assert.Equal("The title", article.Given.Title);
        Assert.Equal("One  two\nthree\n\nboxed", article.Given.Body);
        Assert.Equal(["A B", "C D"], article.Given.Authors);
        Assert.Equal(("2024-02-20T14:05:06Z", "document created"), (article.Given.Published?.Text, article.Given.PublishedBy));
    }

    [Fact]
    public void A_document_type_is_refused_and_broken_XML_rejected()
    {
        _run.Read("a.docx", Zip(("word/document.xml", Utf8("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))));
        _run.Read("b.docx", Zip(("word/document.xml", Utf8("<a><b></a>"))));

        Assert.Equal(["a.docx", "b.docx"], _run.Rejected.Select(rejection => rejection.File));
        Assert.All(_run.Rejected, rejection => Assert.Equal("The document is damaged, too long, or declares a document type, which is refused.", rejection.Reason));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "It is a spreadsheet, which is not read.")]
    [InlineData("META-INF/container.xml", "It is an EPUB book, which is not read.")]
    public void Other_packages_are_refused_by_name(string entry, string reason)
    {
        Assert.Empty(_run.Read("a.zip", Zip((entry, Utf8("<a/>")))));

        Assert.Equal(reason, Assert.Single(_run.Rejected).Reason);
    }

    public void Dispose() => _run.Dispose();

    internal static byte[] Docx(string paragraphs) => Zip(
        ("[Content_Types].xml", Utf8("<Types/>")),
        ("word/document.xml", Utf8($"<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>")),
        ("docProps/core.xml", Utf8(Properties)));
}
