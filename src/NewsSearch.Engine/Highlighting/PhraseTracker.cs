namespace NewsSearch.Engine.Highlighting;

/// <summary>Slots that must be taken by consecutive tokens, in order; the whole run is one mark.</summary>
/// <remarks>
/// Bit i of the state says: the last i + 1 tokens take slots 0 to i. Source: Baeza-Yates and Gonnet, "A new approach to text
/// searching" (1992), Shift-And, over tokens in place of letters. Costs one step per met token and 64 slots.
/// </remarks>
internal sealed class PhraseTracker : MatchTracker
{
    private readonly int _length;
    private readonly TextParts? _parts;
    private readonly int _phrase;
    private readonly Action<Mark> _found;
    private readonly Dictionary<int, ulong[]> _placesOfSlot = [];
    private readonly int[] _starts;     // of the last tokens met, by position modulo length
    private readonly ulong[] _next;     // the slots that the current token would go on with
    private readonly ulong[] _reached;  // those of them that it takes
    private int _position = -2;

    public PhraseTracker(IReadOnlyList<int> slots, int phrase, TextParts? parts, Action<Mark> found)
    {
        _length = slots.Count;
        (_phrase, _parts, _found) = (phrase, parts, found);
        _starts = new int[_length];
        _next = new ulong[(_length + 63) / 64];
        _reached = new ulong[_next.Length];
        for (var i = 0; i < _length; i++)
        {
            if (!_placesOfSlot.TryGetValue(slots[i], out var places))
                _placesOfSlot[slots[i]] = places = new ulong[_next.Length];
            places[i / 64] |= 1UL << (i % 64);
        }
    }

    public override void Meet(int slot, TokenPlace token)
    {
        if (token.Position != _position)
            StepTo(token);
        var places = _placesOfSlot[slot];
        var wasWhole = IsWhole();
        for (var i = 0; i < _reached.Length; i++)
            _reached[i] |= _next[i] & places[i];
        if (wasWhole || !IsWhole())
            return;
        var start = _starts[(token.Position + 1) % _length];
        if (_parts is null || _parts.Find(start, token.End) >= 0)
            _found(new Mark(start, token.End, _phrase));
    }

    private bool IsWhole() => ((_reached[^1] >> ((_length - 1) % 64)) & 1) != 0;

    private void StepTo(TokenPlace token)
    {
        var goesOn = token.Position == _position + 1;
        var carry = 1UL;
        for (var i = 0; i < _reached.Length; i++)
        {
            _next[i] = goesOn ? (_reached[i] << 1) | carry : carry;
            carry = goesOn ? _reached[i] >> 63 : 0;
            _reached[i] = 0;
        }
        _position = token.Position;
        _starts[token.Position % _length] = token.Start;
    }
}
