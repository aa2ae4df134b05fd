namespace NewsSearch.Engine.Highlighting;

/// <summary>Slots that must be taken within a window, in any order; the words inside each smallest window are marked.</summary>
/// <remarks>
/// A window holds every slot, a slot asked for twice at two tokens, and has at most slop tokens more than there are slots. It is
/// smallest if it holds no other. Each met token enters and leaves the window once, so that time is linear.
/// </remarks>
internal sealed class NearTracker : MatchTracker
{
    private readonly int _longest;      // tokens from the first to the last of a window
    private readonly TextParts? _parts;
    private readonly Action<Mark> _found;
    private readonly Dictionary<int, int> _needed = [];
    private readonly Dictionary<int, int> _inside = [];
    private readonly List<(int Slot, TokenPlace Token)> _met = [];  // from _left on: the window
    private int _left;
    private int _unmarked;              // what stands in _met before it is marked
    private int _missing;
    private int _part;
    private int _position = -1;

    public NearTracker(IReadOnlyList<int> slots, int slop, TextParts? parts, Action<Mark> found)
    {
        _longest = slots.Count + slop;
        (_parts, _found) = (parts, found);
        foreach (var slot in slots)
            _needed[slot] = _needed.GetValueOrDefault(slot) + 1;
        _missing = _needed.Count;
    }

    public override void Meet(int slot, TokenPlace token)
    {
        var part = _parts?.Find(token.Start, token.End) ?? 0;
        if (part < 0)
            return;
        if (token.Position != _position)
        {
            Finish();
            while (_left < _met.Count && (part != _part || token.Position - _met[_left].Token.Position >= _longest))
                DropLeft();
            ForgetLeft();
            (_part, _position) = (part, token.Position);
        }

        _met.Add((slot, token));
        _inside[slot] = _inside.GetValueOrDefault(slot) + 1;
        if (_inside[slot] == _needed[slot])
            _missing--;
    }

    /// <summary>Marks the window that ends with the last token, once all the slots are known that this one can take.</summary>
    public override void Finish()
    {
        if (_missing > 0)
            return;
        while (_inside[_met[_left].Slot] > _needed[_met[_left].Slot])
            DropLeft();
        for (_unmarked = Math.Max(_unmarked, _left); _unmarked < _met.Count; _unmarked++)
            _found(new Mark(_met[_unmarked].Token.Start, _met[_unmarked].Token.End, _met[_unmarked].Slot));
        var first = _met[_left].Token.Position; // no other smallest window begins there
        while (_left < _met.Count && _met[_left].Token.Position == first)
            DropLeft();
    }

    private void DropLeft()
    {
        var slot = _met[_left++].Slot;
        if (_inside[slot]-- == _needed[slot])
            _missing++;
    }

    /// <summary>Frees what lies before the window once it is the greater part.</summary>
    private void ForgetLeft()
    {
        if (_left <= _met.Count / 2)
            return;
        _met.RemoveRange(0, _left);
        _unmarked = Math.Max(0, _unmarked - _left);
        _left = 0;
    }
}
