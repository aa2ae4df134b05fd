using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging.Features;

/// <summary>A token of a segment -> the keys of its features.</summary>
/// <remarks>The number of a template is part of the model: a change here is a new <see cref="Version"/>.</remarks>
internal ref struct FeatureTemplates
{
    /// <summary>Raised when the features change.</summary>
    public const int Version = 2;

    /// <summary>No token has more features.</summary>
    public const int Most = 160;

    private readonly ReadOnlySpan<TagToken> _tokens;
    private readonly ReadOnlySpan<ulong> _lists;
    private readonly DocumentEvidence _evidence;
    private readonly Span<uint> _keys;
    private int _count;

    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="lists">The list marks of each token.</param>
    /// <param name="evidence">What the text tells about its words.</param>
    /// <param name="keys">Receives the keys; length <see cref="Most"/>.</param>
    public FeatureTemplates(ReadOnlySpan<TagToken> tokens, ReadOnlySpan<ulong> lists, DocumentEvidence evidence, Span<uint> keys)
    {
        _tokens = tokens;
        _lists = lists;
        _evidence = evidence;
        _keys = keys;
    }

    /// <summary>Fills the keys for a token. Returns their number.</summary>
    public int Fill(Segment segment, int at)
    {
        _count = 0;
        ref readonly var token = ref _tokens[at];
        uint left = Word(at, -1), left2 = Word(at, -2), right = Word(at, 1), right2 = Word(at, 2);
        Words(token, left, left2, right, right2);
        Shapes(at, token);
        Places(segment, at, token);
        Lists(at, token, left, right);
        Classes(segment, at, token);
        Evidence(segment, at, token);
        return _count;
    }

    private void Words(in TagToken token, uint left, uint left2, uint right, uint right2)
    {
        Emit(1, token.Word);
        Emit(2, token.Cased);
        Emit(3, left);
        Emit(4, right);
        Emit(5, left2);
        Emit(6, right2);
        Emit(7, left, token.Word);
        Emit(8, token.Word, right);
        Emit(9, left, right);
        Emit(10, left2, left);
        Emit(11, right, right2);
        for (var length = 2; length <= 4; length++)
        {
            Emit(10u + (uint)length, Prefix(token, length));
            Emit(13u + (uint)length, Suffix(token, length));
        }
    }

    private void Shapes(int at, in TagToken token)
    {
        uint left = Shape(at, -1), right = Shape(at, 1);
        Emit(18, token.Shape);
        Emit(19, left, token.Shape);
        Emit(20, token.Shape, right);
        Emit(21, Hashing.Mix(left, token.Shape), right);
        Emit(22, Suffix(token, 3), token.Shape);
        if (Inside(at, -1)) Emit(23, Suffix(_tokens[at - 1], 3));
        if (Inside(at, 1)) Emit(24, Suffix(_tokens[at + 1], 3));
        Emit(25, (uint)(token.Form & (TokenForm.SentenceStart | TokenForm.InHeading | TokenForm.InAllCapitals | TokenForm.AfterQuote)), token.Shape);
        var traits = Hashing.Mix((uint)Traits(at, -1), (uint)token.Traits);
        Emit(26, traits, (uint)Traits(at, 1));
        Emit(27, (uint)Traits(at, -1), token.Shape);
        Emit(28, (uint)Traits(at, 1), token.Shape);
    }

    private void Places(Segment segment, int at, in TagToken token)
    {
        var (fromStart, fromEnd) = FromEnds(segment, at);
        uint left = Word(segment.Start, -1), right = Word(segment.End - 1, 1);
        Emit(29, _tokens[segment.Start].Word, fromStart);
        Emit(30, _tokens[segment.End - 1].Word, fromEnd);
        Emit(31, left, fromStart);
        Emit(32, right, fromEnd);
        Emit(33, Hashing.Mix(left, right), fromStart * 8 + fromEnd);
        Emit(34, Hashing.Mix(Word(segment.Start, -2), left), fromStart);
        Emit(35, Hashing.Mix(right, Word(segment.End - 1, 2)), fromEnd);
        Emit(36, fromStart * 8 + fromEnd, token.Shape);
        Emit(37, Hashing.Mix((uint)Broad(Class(segment.Start, -1)), (uint)Broad(Class(segment.End - 1, 1))), fromStart * 8 + fromEnd);
    }

    private void Lists(int at, in TagToken token, uint left, uint right)
    {
        var here = _lists[at];
        for (var marks = here; marks != 0; marks &= marks - 1) Emit(38, (uint)ulong.TrailingZeroCount(marks));
        var set = Hashing.Mix(0, here);
        uint before = Inside(at, -1) ? Hashing.Mix(0, _lists[at - 1]) : 0, after = Inside(at, 1) ? Hashing.Mix(0, _lists[at + 1]) : 0;
        Emit(39, set, token.Shape);
        Emit(40, before, set);
        Emit(41, set, after);
        Emit(42, set, left);
        Emit(43, set, right);
        Emit(44, Hashing.Mix(before, set), after);
    }

    private void Classes(Segment segment, int at, in TagToken token)
    {
        int left = Class(at, -1), right = Class(at, 1);
        Emit(45, token.Class);
        Emit(46, (uint)left);
        Emit(47, (uint)right);
        int broad = Broad(token.Class), broadLeft = Broad(left), broadRight = Broad(right), broadLeft2 = Broad(Class(at, -2)), broadRight2 = Broad(Class(at, 2));
        Emit(48, (uint)broadLeft, (uint)broad);
        Emit(49, (uint)broad, (uint)broadRight);
        Emit(50, (uint)broadLeft, (uint)broadRight);
        Emit(51, (uint)broadLeft2, (uint)broadLeft);
        Emit(52, (uint)broadRight, (uint)broadRight2);
        Emit(57, (uint)broad, token.Shape);
        Emit(58, (uint)broadLeft);
        Emit(59, (uint)broadRight);
        Emit(60, (uint)broad);
        Emit(61, (uint)broadLeft2);
        Emit(62, (uint)broadRight2);
        ref readonly TagToken first = ref _tokens[segment.Start], last = ref _tokens[segment.End - 1];
        var (fromStart, fromEnd) = FromEnds(segment, at);
        Emit(63, first.Class, fromStart);
        Emit(64, last.Class, fromEnd);
        Emit(65, (uint)Broad(first.Class), fromStart);
        Emit(66, (uint)Broad(last.Class), fromEnd);
    }

    private void Evidence(Segment segment, int at, in TagToken token)
    {
        if (!token.Is(TokenForm.HasCapital)) return;
        var found = (uint)_evidence.Of(token.Word);
        var isAlone = segment.End - segment.Start == 1 ? 1u : 0u;
        for (var bits = found; bits != 0; bits &= bits - 1) Emit(53, uint.TrailingZeroCount(bits) * 2 + isAlone);
        Emit(54, found, token.Shape);
        Emit(55, found, Hashing.Mix(0, _lists[at]));
        Emit(56, found, token.Is(TokenForm.SentenceStart) ? 1u : 0u);
    }

    private bool Inside(int at, int step) => (uint)(at + step) < (uint)_tokens.Length && !_tokens[step < 0 ? at : at + step].Is(TokenForm.SentenceStart);

    private uint Word(int at, int step)
    {
        if (!Inside(at, Math.Sign(step))) return Hashing.Outside;
        return Math.Abs(step) == 1 || Inside(at + Math.Sign(step), Math.Sign(step)) ? _tokens[at + step].Word : Hashing.Outside;
    }

    private uint Shape(int at, int step) => Inside(at, step) ? _tokens[at + step].Shape : Hashing.Outside;

    private WordTraits Traits(int at, int step) => Inside(at, step) ? _tokens[at + step].Traits : (WordTraits)(-1);

    private int Class(int at, int step) => !Inside(at, Math.Sign(step)) || (Math.Abs(step) == 2 && !Inside(at + Math.Sign(step), Math.Sign(step))) ? -1 : _tokens[at + step].Class;

    /// <summary>The broad class of a class; -1 where there is no word.</summary>
    private static int Broad(int wordClass) => wordClass >> WordClasses.FineBits;

    private static (uint FromStart, uint FromEnd) FromEnds(Segment segment, int at) => ((uint)Math.Min(at - segment.Start, 4), (uint)Math.Min(segment.End - 1 - at, 4));

    private static uint Prefix(in TagToken token, int length) => Hashing.Mix((uint)length, length == 4 ? token.Head : token.Head & ((1UL << (16 * length)) - 1));

    private static uint Suffix(in TagToken token, int length) => Hashing.Mix((uint)length, length == 4 ? token.Tail : token.Tail & ((1UL << (16 * length)) - 1));

    private void Emit(uint template, uint a, uint b = 0) => _keys[_count++] = Hashing.Mix(Hashing.Mix(template, a), b);
}
