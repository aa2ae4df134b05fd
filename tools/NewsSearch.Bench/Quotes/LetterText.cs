using System.Text;

namespace NewsSearch.Bench.Quotes;

/// <summary>A text -> its letters and digits alone: the same before cleaning and after, so that places in one are found in the other.</summary>
internal sealed class LetterText
{
    private const int Around = 40;

    private readonly int[] _lettersBefore;

    public LetterText(string text)
    {
        _lettersBefore = new int[text.Length + 1];
        var letters = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i])) letters.Append(text[i]);
            _lettersBefore[i + 1] = letters.Length;
        }
        Letters = letters.ToString();
    }

    public string Letters { get; }

    /// <summary>A range of the text in letters.</summary>
    public (int Start, int End) Of(int start, int end) => (_lettersBefore[start], _lettersBefore[end]);

    /// <summary>Where a range of letters stands in another writing of the text, told apart by the letters around; null where it is gone.</summary>
    public (int Start, int End)? In(LetterText other, (int Start, int End) range)
    {
        var from = Math.Max(0, range.Start - Around);
        var to = Math.Min(Letters.Length, range.End + Around);
        foreach (var (first, last) in new[] { (from, to), (from, range.End), (range.Start, to), (range.Start, range.End) })
        {
            var at = other.Letters.IndexOf(Letters[first..last], StringComparison.Ordinal);
            if (at >= 0) return (at + range.Start - first, at + range.End - first);
        }
        return null;
    }
}
