namespace NewsSearch.Engine.Highlighting;

/// <summary>A token of the text: its number and its characters [Start, End).</summary>
internal readonly record struct TokenPlace(int Position, int Start, int End);

/// <summary>Watches for one rule while the tokens of a text go by, and tells what it finds.</summary>
internal abstract class MatchTracker
{
    /// <summary>A tracker for one reading of one text; with parts only for what lies inside one of them.</summary>
    /// <param name="rule">What to look for.</param>
    /// <param name="phrase">The number of its marks where they are of a whole phrase; else marks have the number of their slot.</param>
    /// <param name="parts">Null for the whole text.</param>
    /// <param name="found">Told each mark.</param>
    public static MatchTracker For(HighlightRule rule, int phrase, TextParts? parts, Action<Mark> found)
    {
        if (rule.Slots.Count == 1)
            return new WordTracker(parts, found);
        return rule.Slop is { } slop ? new NearTracker(rule.Slots, slop, parts, found) : new PhraseTracker(rule.Slots, phrase, parts, found);
    }

    /// <summary>A token that can take the slot. Requires: positions never decrease, a slot comes once per token.</summary>
    public abstract void Meet(int slot, TokenPlace token);

    /// <summary>The text has ended.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>A rule of one slot: every token is a match.</summary>
    private sealed class WordTracker(TextParts? parts, Action<Mark> found) : MatchTracker
    {
        public override void Meet(int slot, TokenPlace token)
        {
            if (parts is null || parts.Find(token.Start, token.End) >= 0)
                found(new Mark(token.Start, token.End, slot));
        }
    }
}
