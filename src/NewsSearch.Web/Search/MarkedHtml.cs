using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace NewsSearch.Web.Search;

/// <summary>Pieces of text -> HTML, without a character between them that the text does not have.</summary>
/// <param name="Pieces">The text.</param>
/// <param name="Current">Number of the hit that is shown; it says "3 of 12". 0 for none.</param>
/// <param name="Count">Number of hits.</param>
internal sealed record MarkedHtml(IReadOnlyList<TextPiece> Pieces, int Current = 0, int Count = 0) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in Pieces)
        {
            if (!piece.IsMark)
            {
                encoder.Encode(writer, piece.Text);
                continue;
            }

            var isCurrent = piece.Hit > 0 && piece.Hit == Current;
            writer.Write("<mark");
            if (piece is { Hit: > 0, Begins: true }) writer.Write($" id=\"h{piece.Hit}\"");
            writer.Write(isCurrent ? " class=\"now\">" : ">");
            encoder.Encode(writer, piece.Text);
            if (isCurrent && piece.Ends) writer.Write($"<sup>{InWords.Number(piece.Hit)} of {InWords.Number(Count)}</sup>");
            writer.Write("</mark>");
        }
    }
}
