using System.Numerics;

namespace NewsSearch.Engine.Bits;

/// <summary>A set of the documents of one stretch of a segment. Reused from stretch to stretch.</summary>
/// <remarks>Invariant: bits outside [First, Last] are zero once <see cref="Trim"/> was called; those who add need not look at the edges.</remarks>
internal sealed class DocWindow
{
    /// <summary>Most documents in a window: two kilobytes, a part of the first cache.</summary>
    public const int MaxLength = 16 * 1024;

    // One word more than needed: a stretch may begin inside a word.
    private readonly ulong[] _words = new ulong[(MaxLength / 64) + 1];
    private int _firstWord;
    private int _wordCount;

    public DocId First { get; private set; }

    public DocId Last { get; private set; }

    /// <summary>Makes it empty, over [first, last]. Requires: at most <see cref="MaxLength"/> documents.</summary>
    public void Reset(DocId first, DocId last)
    {
        (First, Last, _firstWord, _wordCount) = (first, last, first >> 6, (last >> 6) - (first >> 6) + 1);
        _words.AsSpan(0, _wordCount).Clear();
    }

    /// <summary>Requires: First &lt;= doc &lt;= Last.</summary>
    public void Add(DocId doc) => _words[(doc >> 6) - _firstWord] |= 1UL << (doc & 63);

    /// <summary>Adds all documents of the window.</summary>
    public void AddAll()
    {
        _words.AsSpan(0, _wordCount).Fill(ulong.MaxValue);
        Trim();
    }

    /// <summary>Adds the members of a set that lie in the window.</summary>
    public void Add(DocSet set)
    {
        var words = set.Words;
        for (var i = 0; i < _wordCount; i++) _words[i] |= words[_firstWord + i];
        Trim();
    }

    /// <summary>Keeps the members of a set.</summary>
    public void And(DocSet set)
    {
        var words = set.Words;
        for (var i = 0; i < _wordCount; i++) _words[i] &= words[_firstWord + i];
    }

    /// <summary>The first member at or after <paramref name="doc"/>; <see cref="int.MaxValue"/> where there is none. Requires: doc &gt;= First.</summary>
    public DocId NextFrom(DocId doc)
    {
        if (doc > Last) return int.MaxValue;
        var i = (doc >> 6) - _firstWord;
        var word = _words[i] & (ulong.MaxValue << (doc & 63));
        while (word == 0)
        {
            if (++i == _wordCount) return int.MaxValue;
            word = _words[i];
        }

        return ((_firstWord + i) << 6) + BitOperations.TrailingZeroCount(word);
    }

    private void Trim()
    {
        _words[0] &= ulong.MaxValue << (First & 63);
        _words[_wordCount - 1] &= ulong.MaxValue >> (63 - (Last & 63));
    }
}
