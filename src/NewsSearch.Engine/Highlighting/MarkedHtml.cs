using System.Buffers;
using System.Text;

namespace NewsSearch.Engine.Highlighting;

/// <summary>Writes parts of a text as HTML: escaped, with <c>mark</c> as the only tag.</summary>
/// <param name="text">The text.</param>
/// <param name="marks">Sorted, not overlapping.</param>
/// <param name="joinsBlanks">Whether a run of white space and control characters becomes one blank.</param>
internal sealed class MarkedHtml(string text, IReadOnlyList<Mark> marks, bool joinsBlanks)
{
    /// <summary>White space and control characters.</summary>
    public static readonly SearchValues<char> Blanks = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => char.IsWhiteSpace(c) || char.IsControl(c))]);

    private readonly StringBuilder _html = new();

    public void AppendPlain(string html) => _html.Append(html);

    /// <summary>Appends text[start..end); a mark that reaches beyond it is cut.</summary>
    public void AppendRange(int start, int end)
    {
        var at = start;
        for (var i = FirstMarkEndingAfter(start); i < marks.Count && marks[i].Start < end; i++)
        {
            var markStart = Math.Max(marks[i].Start, start);
            var markEnd = Math.Min(marks[i].End, end);
            AppendText(at, markStart);
            _html.Append("<mark>");
            AppendText(markStart, markEnd);
            _html.Append("</mark>");
            at = markEnd;
        }
        AppendText(at, end);
    }

    public override string ToString() => _html.ToString();

    private int FirstMarkEndingAfter(int start)
    {
        int low = 0, high = marks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private void AppendText(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            if (joinsBlanks && Blanks.Contains(c))
            {
                while (at + 1 < end && Blanks.Contains(text[at + 1]))
                    at++;
                _html.Append(' ');
            }
            else if (char.IsSurrogate(c))
            {
                var isPair = at + 1 < end && char.IsSurrogatePair(c, text[at + 1]);
                _html.Append(isPair ? text.AsSpan(at++, 2) : "\uFFFD");
            }
            else
            {
                AppendCharacter(c);
            }
        }
    }

    private void AppendCharacter(char c)
    {
        switch (c)
        {
            case '&':
                _html.Append("&amp;");
                break;
            case '<':
                _html.Append("&lt;");
                break;
            case '>':
                _html.Append("&gt;");
                break;
            case '"':
                _html.Append("&quot;");
                break;
            case '\'':
                _html.Append("&#39;");
                break;
            default:
                _html.Append(char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? ' ' : c);
                break;
        }
    }
}
