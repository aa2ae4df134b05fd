using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace NewsSearch.Archive.Formats;

/// <summary>A form in which articles are taken along: articles -> bytes, one after the other, however many.</summary>
/// <remarks>Every form is UTF-8. A new one is one more line in <see cref="All"/>, for the tool and the site alike.</remarks>
public sealed class ArticleFormat
{
    private readonly string _head;
    private readonly string _between;
    private readonly string _tail;
    private readonly Action<Reference, IBufferWriter<byte>> _write;

    private ArticleFormat(string name, string extension, string contentType, string title, Action<Reference, IBufferWriter<byte>> write, string head = "", string between = "", string tail = "")
    {
        (Name, Extension, ContentType, Title) = (name, extension, contentType, title);
        (_write, _head, _between, _tail) = (write, head, between, tail);
    }

    private ArticleFormat(string name, string extension, string contentType, string title, Func<Reference, string> write, string head = "")
        : this(name, extension, contentType, title, (reference, output) => Encoding.UTF8.GetBytes(write(reference), output), head)
    {
    }

    /// <summary>All that is known of an article; what the archive reads back without loss.</summary>
    public static ArticleFormat JsonLines { get; } = new("jsonl", "jsonl", "application/x-ndjson", "JSON Lines", JsonLine.Write);

    /// <summary>A citation to read, one a line.</summary>
    public static ArticleFormat Text { get; } = new("text", "txt", "text/plain; charset=utf-8", "plain text", PlainText.Of);

    /// <summary>All forms, in the order they are offered.</summary>
    public static ImmutableArray<ArticleFormat> All { get; } =
    [
        JsonLines,
        new("csv", "csv", "text/csv; charset=utf-8", "CSV", Csv.Of, Csv.Head),
        new("ris", "ris", "application/x-research-info-systems; charset=utf-8", "RIS", Ris.Of),
        new("bibtex", "bib", "application/x-bibtex; charset=utf-8", "BibTeX", BibTex.Of),
        new("csl", "csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", CslJson.Write, "[\n", ",\n", "\n]\n"),
        Text,
    ];

    /// <summary>Its name in commands and addresses.</summary>
    public string Name { get; }

    /// <summary>What names of its files end with, without the dot.</summary>
    public string Extension { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>Its name as its users write it.</summary>
    public string Title { get; }

    /// <summary>The form of a name; null where there is none.</summary>
    public static ArticleFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>The bytes of a file of articles: a piece for each article and one for the end; joined they are the file.</summary>
    /// <param name="articles">The articles; read one at a time.</param>
    /// <param name="permalink">Article -> its address in this archive, cited where it has no other; null where the archive has no address.</param>
    /// <remarks>A piece is good until the next one is asked for.</remarks>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(IEnumerable<Article> articles, Func<Article, string>? permalink = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var piece = new ArrayBufferWriter<byte>();
        var isFirst = true;
        foreach (var article in articles)
        {
            piece.ResetWrittenCount();
            Encoding.UTF8.GetBytes(isFirst ? _head : _between, piece);
            _write(new Reference(article, permalink?.Invoke(article)), piece);
            yield return piece.WrittenMemory;
            isFirst = false;
        }

        yield return Encoding.UTF8.GetBytes(isFirst ? _head + _tail : _tail);
    }

    /// <summary>One article as a whole file of this form, as text.</summary>
    public string Of(Article article, string? permalink = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        return string.Concat(Pieces([article], permalink is null ? null : _ => permalink).Select(piece => Encoding.UTF8.GetString(piece.Span)));
    }
}
