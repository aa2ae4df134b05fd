using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A tidy text from which rules cut passages, and what is left of its paragraphs.</summary>
/// <remarks>Invariant: the paragraphs are in order, not empty, trimmed, and hold nothing that was cut.</remarks>
internal sealed class Draft
{
    private readonly List<(TextRange Range, string? Rule)> _cuts = [];
    private List<TextRange> _paragraphs = [];

    /// <summary>A text as it comes; the captions in it are cut.</summary>
    public Draft(string text)
    {
        Text = TextLayout.Tidy(text);
        if (Captions.Without(Text) is null) Text = Text.Replace(Captions.Mark.ToString(), "", StringComparison.Ordinal); // all captions: then they are the text
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = Text.Length;
            if (Text[start] == Captions.Mark) _cuts.Add((new TextRange(start + 1, end), Captions.Name));
            else _paragraphs.Add(new TextRange(start, end));
            start = end + 2;
        }
    }

    /// <summary>A text whose paragraphs are known, some of them cut already.</summary>
    /// <param name="paragraphs">In order; each with the rule that cuts it, or null.</param>
    public Draft(IReadOnlyList<(string Text, string? Rule)> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var (raw, rule) in paragraphs)
        {
            var paragraph = TextLayout.TidyParagraph(raw);
            if (paragraph.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            var range = new TextRange(text.Length, text.Length + paragraph.Length);
            text.Append(paragraph);
            if (rule is null) _paragraphs.Add(range);
            else _cuts.Add((range, rule));
        }

        Text = text.ToString();
    }

    /// <summary>The text that ranges refer to; cuts do not change it.</summary>
    public string Text { get; }

    public IReadOnlyList<TextRange> Paragraphs => _paragraphs;

    public string this[TextRange range] => Text[range.Start..range.End];

    /// <summary>Cuts parts of paragraphs, or whole ones. What is left before and behind a part stays one paragraph, told apart only here.</summary>
    /// <param name="passages">In order, each within a paragraph.</param>
    /// <param name="rule">The rule's name for the record; null for text that goes elsewhere, as the headline does.</param>
    public void Cut(IReadOnlyList<TextRange> passages, string? rule)
    {
        if (passages.Count == 0) return;
        var next = 0;
        var left = new List<TextRange>(_paragraphs.Count);
        foreach (var (start, end) in _paragraphs)
        {
            var rest = start;
            for (; next < passages.Count && passages[next].Start < end; next++)
            {
                Keep(rest, passages[next].Start);
                _cuts.Add((passages[next], rule));
                rest = passages[next].End;
            }

            if (rest == start) left.Add(new TextRange(start, end));
            else Keep(rest, end);
        }
        _paragraphs = left;

        void Keep(int start, int end)
        {
            var rest = Trimmed(start, end);
            if (rest.Start < rest.End) left.Add(rest);
        }
    }

    /// <summary>What is left, and what was cut with its place there.</summary>
    public (string Body, List<Removal> Removed) Finish()
    {
        if (_cuts.Count == 0) return (Text, []);
        var body = new StringBuilder(Text.Length);
        var removed = new List<Removal>();
        var cuts = _cuts.Where(cut => cut.Rule is not null).OrderBy(cut => cut.Range.Start).ToList();
        var next = 0;
        for (var i = 0; i < _paragraphs.Count; i++)
        {
            var (start, end) = _paragraphs[i];
            var joint = body.Length == 0 ? "" : Joint(_paragraphs[i - 1].End, start);
            var at = body.Length + joint.Length;
            for (; next < cuts.Count && cuts[next].Range.Start < start; next++) Remove(cuts[next], at);
            body.Append(joint).Append(Text, start, end - start);
            var following = i + 1 < _paragraphs.Count ? _paragraphs[i + 1].Start : int.MaxValue;
            for (; next < cuts.Count && cuts[next].Range.Start < following && EndsParagraph(end, cuts[next].Range.Start); next++) Remove(cuts[next], body.Length);
        }
        for (; next < cuts.Count; next++) Remove(cuts[next], body.Length);
        return (body.ToString(), removed);

        void Remove((TextRange Range, string? Rule) cut, int at) => removed.Add(new Removal(this[cut.Range].Trim(), at, cut.Rule!));

        bool EndsParagraph(int end, int cutStart) => cutStart >= end && Joint(end, cutStart).Length < 2;
    }

    /// <summary>What stands between two pieces when all between them is cut: an empty line, or within a paragraph a line's end or a space, or nothing before a comma.</summary>
    private string Joint(int end, int start)
    {
        var between = Text.AsSpan(end, start - end);
        return between.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : between.Contains('\n') ? "\n" : start < Text.Length && (Text[start] is ',' or '.' or ';' or ':' or '’' or '\'' or '”') ? "" : " ";
    }

    private TextRange Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        return new TextRange(start, end);
    }
}
