using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>A body and paragraphs to take out of it -> the article without them, all offsets into its body moved with the text.</summary>
internal sealed class BodyCut
{
    private readonly string _before;
    private readonly IReadOnlyList<Passage> _cuts;
    private readonly List<(TextRange Range, int At)> _kept = [];
    private readonly string _body;

    /// <param name="body">The body.</param>
    /// <param name="cuts">Some of its paragraphs, in order, not all.</param>
    public BodyCut(string body, IReadOnlyList<Passage> cuts)
    {
        (_before, _cuts) = (body, cuts);
        var left = new StringBuilder(body.Length);
        var next = 0;
        for (var start = 0; start < body.Length;)
        {
            var end = body.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = body.Length;
            if (next < cuts.Count && cuts[next].Range.Start == start)
            {
                next++;
            }
            else
            {
                if (left.Length > 0) left.Append("\n\n");
                _kept.Add((new TextRange(start, end), left.Length));
                left.Append(body, start, end - start);
            }
            start = end + 2;
        }
        _body = left.ToString();
    }

    /// <summary>The article without the paragraphs. Mentions and quotations that stood in them go with them.</summary>
    public Article Of(Article article) => article with
    {
        Body = _body,
        Lead = Lead(article.Lead),
        People = Entities(article.People),
        Organisations = Entities(article.Organisations),
        Places = Entities(article.Places),
        Quotes = [.. article.Quotes.Select(Moved).OfType<Quotation>()],
        Removed = Removed(article.Removed),
    };

    /// <summary>Where a place of the old body is in the new one: the same character, else the next that was kept, else the end.</summary>
    private int Place(int at)
    {
        foreach (var (range, start) in _kept)
        {
            if (at <= range.End) return start + Math.Max(0, at - range.Start);
        }
        return _body.Length;
    }

    /// <summary>A lead that is the first paragraph gives way to what is the first now.</summary>
    private string? Lead(string? lead)
    {
        if (lead is null || _kept[0].Range.Start == 0 || !_before.StartsWith(lead, StringComparison.Ordinal)) return lead;
        var (start, end) = _kept[0].Range;
        return _before[start..end];
    }

    private List<NamedEntity> Entities(IReadOnlyList<NamedEntity> entities)
    {
        var left = new List<NamedEntity>(entities.Count);
        foreach (var entity in entities)
        {
            List<TextRange> mentions = [.. entity.Mentions.Select(Moved).Where(mention => mention.Start < mention.End)];
            if (mentions.Count > 0 || entity.Mentions.Count == 0) left.Add(entity with { Mentions = mentions });
        }
        return left;
    }

    private Quotation? Moved(Quotation quote)
    {
        var (start, end) = Moved(new TextRange(quote.Start, quote.End));
        if (start == end && quote.Start < quote.End) return null;
        var text = end - start == quote.End - quote.Start ? quote.Text : _body[start..end];
        return quote with { Text = text, Start = start, End = end };
    }

    private TextRange Moved(TextRange range) => new(Place(range.Start), Math.Max(Place(range.Start), EndPlace(range.End)));

    /// <summary>As <see cref="Place"/>, for the end of a range: in a paragraph that is gone it is the end of the last kept before.</summary>
    private int EndPlace(int end)
    {
        var place = 0;
        foreach (var (range, start) in _kept)
        {
            if (end <= range.Start) break;
            place = start + Math.Min(end, range.End) - range.Start;
        }
        return place;
    }

    private List<Removal> Removed(IReadOnlyList<Removal> before) =>
    [
        .. before.Select(removal => (removal.At, Removal: removal))
            .Concat(_cuts.Select(cut => (At: cut.Range.Start, Removal: new Removal(_before[cut.Range.Start..cut.Range.End], 0, cut.Rule))))
            .OrderBy(removal => removal.At)
            .Select(removal => removal.Removal with { At = Place(removal.At) }),
    ];
}
