using System.Numerics;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Indexing;

/// <summary>The postings of a few frequent words in a run of documents -> the places where two of them stand side by side, by pair.</summary>
/// <remarks>Goes document by document: each position gets the set of words that stand there, one bit a word; then each looks to its right.</remarks>
internal sealed class PairCollector
{
    /// <summary>Documents after which the memory of what was read is given back: some ten megabytes. A power of two.</summary>
    private const int ForgetEvery = 1 << 14;

    private readonly PostingsCursor[] _words;
    private readonly Pair[] _pairs;
    private readonly List<int> _positions = []; // of the current document, word after word
    private readonly List<(int Word, int End)> _inDocument = [];
    private ulong[] _wordsAt = new ulong[1 << 12];

    /// <param name="words">At most <see cref="PairFormat.MaxWords"/>, before their first documents.</param>
    public PairCollector(PostingsCursor[] words)
    {
        _words = words;
        _pairs = [.. Enumerable.Range(0, words.Length * words.Length).Select(_ => new Pair())];
    }

    /// <summary>Collects all pairs of the documents [first, end). Once.</summary>
    /// <param name="first">The first document.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="forget">Gives back the memory of what the cursors have read.</param>
    public void Collect(DocId first, DocId end, Action forget)
    {
        foreach (var word in _words) word.Seek(first);
        for (var doc = first; doc < end; doc++)
        {
            if (doc % ForgetEvery == 0) forget();
            ReadPositions(doc);
            if (_inDocument.Count == 0) continue;
            MarkWords();
            LookRight(doc);
            foreach (var position in _positions) _wordsAt[position] = 0;
        }
    }

    /// <summary>Hands the places of a pair over, behind those of the documents before; returns whether there are any.</summary>
    public bool WriteTo(PostingsWriter writer, int first, int second)
    {
        var pair = _pairs[(first * _words.Length) + second];
        var bytes = new ByteReader(pair.Places.Written);
        Span<int> frequency = stackalloc int[1];
        for (DocId doc = -1; !bytes.AtEnd;)
        {
            doc += bytes.ReadVarInt();
            frequency[0] = bytes.ReadVarInt();
            writer.Add(doc, frequency);
            for (int i = 0, position = 0; i < frequency[0]; i++) writer.AddPosition(position += bytes.ReadVarInt());
        }

        return pair.Places.Length > 0;
    }

    private void ReadPositions(DocId doc)
    {
        _positions.Clear();
        _inDocument.Clear();
        for (var word = 0; word < _words.Length; word++)
        {
            var cursor = _words[word];
            if (cursor.Doc != doc) continue;
            _positions.AddRange(cursor.Positions());
            _inDocument.Add((word, _positions.Count));
            cursor.Next();
        }
    }

    private void MarkWords()
    {
        var at = 0;
        foreach (var (word, end) in _inDocument)
        {
            var last = _positions[end - 1];
            if (last + 1 >= _wordsAt.Length) Array.Resize(ref _wordsAt, Math.Max(last + 2, 2 * _wordsAt.Length));
            for (; at < end; at++) _wordsAt[_positions[at]] |= 1UL << word;
        }
    }

    private void LookRight(DocId doc)
    {
        var start = 0;
        foreach (var (word, end) in _inDocument)
        {
            var seen = 0UL;
            for (var at = start; at < end; at++)
            {
                for (var right = _wordsAt[_positions[at] + 1]; right != 0; right &= right - 1)
                {
                    var second = BitOperations.TrailingZeroCount(right);
                    seen |= 1UL << second;
                    _pairs[(word * _words.Length) + second].Add(_positions[at]);
                }
            }

            for (; seen != 0; seen &= seen - 1) _pairs[(word * _words.Length) + BitOperations.TrailingZeroCount(seen)].EndDocument(doc);
            start = end;
        }
    }

    /// <summary>One pair's places: for each document its gap, how many, and the positions as gaps, all as varints.</summary>
    private sealed class Pair
    {
        private readonly List<int> _positions = [];
        private DocId _last = -1;

        public ByteBuffer Places { get; } = new(0);

        public void Add(int position) => _positions.Add(position);

        public void EndDocument(DocId doc)
        {
            Places.WriteVarInt(doc - _last);
            Places.WriteVarInt(_positions.Count);
            var last = 0;
            foreach (var position in _positions)
            {
                Places.WriteVarInt(position - last);
                last = position;
            }

            _positions.Clear();
            _last = doc;
        }
    }
}
