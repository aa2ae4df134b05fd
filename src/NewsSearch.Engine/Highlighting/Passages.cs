namespace NewsSearch.Engine.Highlighting;

/// <summary>Marks of a text -> the few passages that are worth showing.</summary>
/// <remarks>
/// The first passage is where most different words and phrases of the query are marked within the length of a passage; of such
/// places the one where they stand closest together, of those the first. Every further one is chosen likewise from the rest, but
/// what is not yet shown comes first. Linear in the marks for each passage.
/// </remarks>
internal sealed class Passages
{
    /// <summary>A longer mark (overlapping phrases all through a hostile text) is cut, unless the passage is longer still.</summary>
    public const int LongestMark = 2_000;

    private readonly string _text;
    private readonly IReadOnlyList<Mark> _marks;
    private readonly int _length;
    private readonly int[] _words;          // mark -> number of its word or phrase, from 0
    private readonly bool[] _isShown;       // by mark
    private readonly bool[] _isWordShown;   // by word
    private readonly List<Mark> _passages = [];

    private Passages(string text, IReadOnlyList<Mark> marks, int length)
    {
        (_text, _marks, _length) = (text, marks, length);
        _isShown = new bool[marks.Count];
        _words = new int[marks.Count];
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < _words.Length; i++)
        {
            numbers.TryAdd(marks[i].Word, numbers.Count);
            _words[i] = numbers[marks[i].Word];
        }
        _isWordShown = new bool[numbers.Count];
    }

    /// <summary>Passages [Start, End) in the order of the text, not overlapping, none blank.</summary>
    public static IReadOnlyList<Mark> Choose(string text, IReadOnlyList<Mark> marks, SnippetOptions options)
    {
        var passages = new Passages(text, marks, options.LengthInCharacters);
        if (marks.Count == 0)
            passages.AddBeginning();
        while (passages._passages.Count < options.MaxSnippets && passages.Best() is { } core)
            passages.Add(core);
        return passages._passages;
    }

    private void AddBeginning()
    {
        var start = _text.AsSpan().IndexOfAnyExcept(MarkedHtml.Blanks);
        if (start >= 0)
            Add(new Mark(start, start));
    }

    /// <summary>The best run of marks that fits into one passage, with none that is shown already; null if all are.</summary>
    private Mark? Best()
    {
        Mark? best = null;
        var bestScore = (New: 0, Different: 0, Closeness: int.MinValue);
        var (fresh, different, marked, first) = (0, 0, 0, 0);
        var inside = new int[_isWordShown.Length];
        for (var last = 0; last < _marks.Count; last++)
        {
            Count(last, 1);
            while (first <= last && (_isShown[last] || (first < last && _marks[last].End - _marks[first].Start > _length)))
                Count(first++, -1);
            while (first < last && inside[_words[first]] > 1)
                Count(first++, -1);
            if (first > last)
                continue;
            var score = (fresh, different, marked - (_marks[last].End - _marks[first].Start)); // less what stands between the marks
            if (score.CompareTo(bestScore) > 0)
                (best, bestScore) = (new Mark(_marks[first].Start, _marks[last].End), score);
        }
        return best;

        void Count(int mark, int change)
        {
            var word = _words[mark];
            var before = inside[word];
            inside[word] += change;
            marked += change * (_marks[mark].End - _marks[mark].Start);
            if (before > 0 && inside[word] > 0)
                return;
            different += change;
            if (!_isWordShown[word])
                fresh += change;
        }
    }

    /// <summary>Adds the core with the text around it, as far as the passages beside it leave room.</summary>
    private void Add(Mark core)
    {
        var longest = Math.Max(_length, LongestMark);
        if (core.End - core.Start > longest)
            core = core with { End = PassageEdges.WholeCharacter(_text, core.Start + longest) };
        var place = _passages.FindIndex(passage => passage.Start >= core.End);
        if (place < 0)
            place = _passages.Count;
        var room = new Mark(
            place > 0 ? _passages[place - 1].End : 0,
            place < _passages.Count ? _passages[place].Start : _text.Length);

        var passage = PassageEdges.Widen(_text, _marks, core, room, _length);
        _passages.Insert(place, passage);
        for (var i = 0; i < _marks.Count; i++)
        {
            if (_marks[i].Start < passage.Start || _marks[i].Start >= passage.End)
                continue;
            _isShown[i] = true;
            _isWordShown[_words[i]] = true;
        }
    }
}
