namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>The writing systems that tell languages apart, at least into groups.</summary>
internal enum Script : byte
{
    /// <summary>No letter: space, digit, sign.</summary>
    None,

    /// <summary>Part of a word that is dropped from it: combining accents, vowel points, the kashida.</summary>
    Mark,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Georgian,
    Ethiopic,

    /// <summary>From here on: scripts that leave no space between words.</summary>
    Thai,
    Lao,
    Tibetan,
    Myanmar,
    Khmer,
    Hangul,
    Kana,
    Han,
}

/// <summary>UTF-16 unit -> script.</summary>
internal static class Scripts
{
    public const int Count = (int)Script.Han + 1;

    private static readonly (int First, int Last, Script Script)[] Ranges =
    [
        ('A', 'Z', Script.Latin), ('a', 'z', Script.Latin), (0xAD, 0xAD, Script.Mark), (0xC0, 0xD6, Script.Latin), (0xD8, 0xF6, Script.Latin), (0xF8, 0x2AF, Script.Latin),
        (0x300, 0x36F, Script.Mark), (0x370, 0x37D, Script.Greek), (0x386, 0x386, Script.Greek), (0x388, 0x3FF, Script.Greek), (0x400, 0x481, Script.Cyrillic),
        (0x483, 0x489, Script.Mark), (0x48A, 0x52F, Script.Cyrillic), (0x531, 0x556, Script.Armenian), (0x561, 0x587, Script.Armenian),
        (0x591, 0x5BD, Script.Mark), (0x5BF, 0x5BF, Script.Mark), (0x5C1, 0x5C2, Script.Mark), (0x5D0, 0x5F2, Script.Hebrew),
        (0x620, 0x63F, Script.Arabic), (0x640, 0x640, Script.Mark), (0x641, 0x64A, Script.Arabic), (0x64B, 0x65F, Script.Mark), (0x670, 0x670, Script.Mark),
        (0x671, 0x6D3, Script.Arabic), (0x6EE, 0x6EF, Script.Arabic), (0x6FA, 0x6FF, Script.Arabic), (0x750, 0x77F, Script.Arabic),
        (0x900, 0x963, Script.Devanagari), (0x970, 0x97F, Script.Devanagari), (0x980, 0x9E3, Script.Bengali), (0xA01, 0xA65, Script.Gurmukhi), (0xA70, 0xA75, Script.Gurmukhi),
        (0xA81, 0xAE3, Script.Gujarati), (0xB01, 0xB63, Script.Oriya), (0xB82, 0xBE5, Script.Tamil), (0xC00, 0xC63, Script.Telugu), (0xC80, 0xCE3, Script.Kannada),
        (0xD00, 0xD63, Script.Malayalam), (0xD81, 0xDE5, Script.Sinhala), (0xE01, 0xE3A, Script.Thai), (0xE40, 0xE4E, Script.Thai), (0xE81, 0xECD, Script.Lao),
        (0xEDC, 0xEDF, Script.Lao), (0xF40, 0xFBC, Script.Tibetan), (0x1000, 0x103F, Script.Myanmar), (0x1050, 0x109D, Script.Myanmar), (0x10A0, 0x10FF, Script.Georgian),
        (0x1100, 0x11FF, Script.Hangul), (0x1200, 0x135A, Script.Ethiopic), (0x1780, 0x17D3, Script.Khmer), (0x1C90, 0x1CBF, Script.Georgian), (0x1E00, 0x1EFF, Script.Latin),
        (0x1F00, 0x1FFF, Script.Greek), (0x3005, 0x3005, Script.Han), (0x3041, 0x309F, Script.Kana), (0x30A1, 0x30FA, Script.Kana), (0x30FC, 0x30FF, Script.Kana),
        (0x3131, 0x318E, Script.Hangul), (0x3400, 0x4DBF, Script.Han), (0x4E00, 0x9FFF, Script.Han), (0xAC00, 0xD7A3, Script.Hangul),
        (0xD840, 0xD88D, Script.Han), (0xF900, 0xFAFF, Script.Han), (0xFB50, 0xFDFB, Script.Arabic), (0xFE70, 0xFEFC, Script.Arabic), (0xFF66, 0xFF9D, Script.Kana),
    ];

    private static readonly byte[] Table = MakeTable();

    public static Script Of(char unit) => (Script)Table[unit];

    public static bool LeavesNoSpaces(Script script) => script >= Script.Thai;

    /// <summary>How many letters of an alphabet one sign stands for: what a sentence in either needs; taste.</summary>
    public static int LettersPerSign(Script script) => script switch { Script.Han => 3, Script.Kana or Script.Hangul => 2, _ => 1 };

    private static byte[] MakeTable()
    {
        var table = new byte[char.MaxValue + 1];
        foreach (var (first, last, script) in Ranges) table.AsSpan(first, last - first + 1).Fill((byte)script);
        return table;
    }
}
