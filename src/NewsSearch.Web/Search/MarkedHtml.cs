using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NewsSearch.Web.Names;

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
            if (piece.Place is { } place)
            {
                writer.Write(piece.PlaceBegins ? $"<span class=\"who\" id=\"{NamePlace.Id(place.Entity, place.Number)}\">" : "<span class=\"who\">");
                Write(piece, writer, encoder);
                writer.Write("</span>");
                if (piece.PlaceEnds && place.Count > 1) WriteJumps(place, writer, encoder);
            }
            else
            {
                Write(piece, writer, encoder);
            }
        }
    }

    /// <summary>The ways to the mentions before and behind; they are shown at the one that was jumped to, and their signs come from the style.</summary>
    private static void WriteJumps(NamePlace place, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"on\">");
        if (place.Number > 1) Jump("before", place.Number - 1);
        if (place.Number < place.Count) Jump("next", place.Number + 1);
        writer.Write("</span>");

        void Jump(string which, int number)
        {
            writer.Write($"<a class=\"{which}\" href=\"#{NamePlace.Id(place.Entity, number)}\" aria-label=\"mention {number} of ");
            encoder.Encode(writer, place.Name);
            writer.Write("\"></a>");
        }
    }

    private void Write(TextPiece piece, TextWriter writer, HtmlEncoder encoder)
    {
        if (!piece.IsMark)
        {
            encoder.Encode(writer, piece.Text);
            return;
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
