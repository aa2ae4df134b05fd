using NewsSearch.Ingest.Readers.Containers;
using NewsSearch.Ingest.Readers.Json;
using NewsSearch.Ingest.Readers.Mail;
using NewsSearch.Ingest.Readers.Tables;
using NewsSearch.Ingest.Readers.Web;
using NewsSearch.Ingest.Readers.Wires;

namespace NewsSearch.Ingest.Readers;

/// <summary>The table of formats. The first row that knows the content reads it, so the narrower stands above the wider, and plain text comes last.</summary>
internal static class SourceFormats
{
    private static readonly (string Magic, string Name, string What)[] Unread =
    [
        ("%PDF-", "PDF", "a PDF"), ("\u0089PNG", "image", "an image (PNG)"), ("\u00FF\u00D8\u00FF", "image", "an image (JPEG)"),
        ("\0\0\0\u000CjP", "image", "an image (JPEG 2000)"), ("AT&TFORM", "image", "an image (DjVu)"),
        ("GIF8", "image", "an image (GIF)"), ("II*\0", "image", "an image (TIFF)"), ("MM\0*", "image", "an image (TIFF)"),
        ("\u007FELF", "program", "a program"), ("\u00D0\u00CF\u0011\u00E0", "office", "an old office file"), ("7z\u00BC\u00AF", "archive", "a 7z archive"),
        ("\u00FD7zXZ", "archive", "an XZ file"), ("BZh", "archive", "a bzip2 file"), ("Rar!", "archive", "a RAR archive"),
        ("\u0028\u00B5\u002F\u00FD", "archive", "a Zstandard file"), ("SQLite format 3", "database", "a database"),
    ];

    public static IReadOnlyList<SourceFormat> All { get; } =
    [
        SourceFormat.Refused("empty", head => head.Bytes.IsEmpty, _ => "The file is empty."),

        // Bytes: containers, and what is never read.
        new("gzip", head => head.Begins("\u001F\u008B"), GzipReader.Read) { NamesItsEncoding = true },
        new("zip", head => head.Begins("PK\u0003\u0004") || head.Begins("PK\u0005\u0006"), ZipReader.Read) { NamesItsEncoding = true },
        new("tar", TarArchiveReader.IsBegunBy, TarArchiveReader.Read) { NamesItsEncoding = true },
        new("WARC", head => head.Begins("WARC/"), WarcReader.Read) { NamesItsEncoding = true },
        new("ARC", head => head.Begins("filedesc://"), ArcReader.Read) { NamesItsEncoding = true },
        .. Unread.Select(row => SourceFormat.Refused(row.Name, head => head.Begins(row.Magic), _ => $"It is {row.What}, which is not read.")),
        SourceFormat.Refused("binary", head => head.IsBinary, _ => "It is a binary file, not text."),
        SourceFormat.Refused("empty", head => head.IsBlank, _ => "The file holds nothing but white space."),

        // Markup, by its root element; news formats in XML stand above HTML.
        .. WireFormats.Xml,
        new("HTML", head => head.IsHtml, HtmlReader.Read) { NamesItsEncoding = true },
        SourceFormat.Refused("XML", head => head.Root is not null && head.IsXml, head => $"It is XML of a kind that is not read: its outermost element is <{head.Root}>."),

        // JSON; news formats in JSON stand above the general form.
        .. WireFormats.Json,
        new("JSON Lines", head => head.Json == JsonForm.Lines, JsonLinesReader.Read),
        new("JSON", head => head.Json == JsonForm.Records, JsonRecordsReader.Read),

        // Text.
        new("mailbox", MailReader.IsBoxBegunBy, MailReader.ReadBox) { NamesItsEncoding = true },
        new("mail", MailReader.IsBegunBy, MailReader.Read) { NamesItsEncoding = true },
        new("table", TableReader.IsBegunBy, TableReader.Read),
        new("text", _ => true, PlainTextReader.Read),
    ];

    /// <summary>The format of content that begins so.</summary>
    public static SourceFormat Of(SourceHead head) => All.First(format => format.IsBegunBy(head));
}
