namespace NewsSearch.Engine.Analysis.Unicode;

/// <summary>What analysis must know of one code point, packed into the 16 bits that <see cref="UnicodeTables.Traits"/> holds.</summary>
internal readonly record struct CharTraits(ushort Bits)
{
    public const ushort WordBreakMask = 0x1F;
    public const ushort PictographicBit = 1 << 5;
    public const ushort WordBit = 1 << 6;
    public const ushort MarkBit = 1 << 7;
    public const ushort DropsMarksBit = 1 << 8;
    public const ushort CjkBit = 1 << 9;
    public const ushort SeparatorBit = 1 << 10;

    public WordBreakClass WordBreak => (WordBreakClass)(Bits & WordBreakMask);

    /// <summary>Extended_Pictographic: joined to what follows a zero-width joiner (rule WB3c).</summary>
    public bool IsPictographic => (Bits & PictographicBit) != 0;

    /// <summary>A letter, a digit or a letter-like symbol (Ⓐ): makes a segment a word.</summary>
    public bool IsWord => (Bits & WordBit) != 0;

    /// <summary>A nonspacing or enclosing mark (general category Mn, Me).</summary>
    public bool IsMark => (Bits & MarkBit) != 0;

    /// <summary>A base on which marks are accents: Latin, Greek, Cyrillic, Arabic, Hebrew letters, and digits.
    /// Elsewhere (が, Thai, Indic scripts) a mark is part of the letter.</summary>
    public bool DropsMarks => (Bits & DropsMarksBit) != 0;

    /// <summary>A letter or number of the scripts Han, Hiragana, Katakana, Hangul, or shared by them (ー).</summary>
    public bool IsCjk => (Bits & CjkBit) != 0;

    /// <summary>Splits a word although UAX #29 does not: dashes (general category Pd) and connectors (ExtendNumLet, as _).</summary>
    public bool IsSeparator => (Bits & SeparatorBit) != 0;

    /// <summary>Extend, Format or ZWJ: belongs to the character before it (rule WB4).</summary>
    public bool IsAttached => WordBreak is WordBreakClass.Extend or WordBreakClass.Format or WordBreakClass.ZWJ;

    public bool IsLetter => WordBreak is WordBreakClass.ALetter or WordBreakClass.HebrewLetter;
}
