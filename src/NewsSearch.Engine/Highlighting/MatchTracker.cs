namespace NewsSearch.Engine.Highlighting;

/// <summary>A token of the text: its number and its characters [Start, End).</summary>
internal readonly record struct TokenPlace(int Position, int Start, int End);

/// <summary>Watches for one rule while a text goes by, and adds what it finds to the marks.</summary>
internal abstract class MatchTracker
{
    /// <summary>A tracker for one reading of one text; with parts only for what lies inside one of them.</summary>
    public static MatchTracker For(HighlightRule rule, TextParts? parts, List<Mark> marks)
    {
        if (rule.Slots.Count == 1)
            return new WordTracker(parts, marks);
        return rule.Slop is { } slop ? new NearTracker(rule.Slots, slop, parts, marks) : new PhraseTracker(rule.Slots, parts, marks);
    }

    /// <summary>A token that can take the slot. Requires: positions never decrease, a slot comes once per token.</summary>
    public abstract void Meet(int slot, TokenPlace token);

    /// <summary>A rule of one slot: every token is a match.</summary>
    private sealed class WordTracker(TextParts? parts, List<Mark> marks) : MatchTracker
    {
        public override void Meet(int slot, TokenPlace token)
        {
            if (parts is null || parts.Find(token.Start, token.End) >= 0)
                marks.Add(new Mark(token.Start, token.End));
        }
    }
}
