namespace NewsSearch.Engine.Analysis.Unicode;

/// <summary>The values of the Unicode property Word_Break (UAX #29, table 3).</summary>
/// <remarks>Names are those of WordBreakProperty.txt without underscores; numbers are stored in the tables: append only.</remarks>
internal enum WordBreakClass
{
    Other,
    CR,
    LF,
    Newline,
    Extend,
    ZWJ,
    Format,
    Katakana,
    HebrewLetter,
    ALetter,
    MidLetter,
    MidNum,
    MidNumLet,
    Numeric,
    ExtendNumLet,
    RegionalIndicator,
    WSegSpace,
    DoubleQuote,
    SingleQuote,
}
