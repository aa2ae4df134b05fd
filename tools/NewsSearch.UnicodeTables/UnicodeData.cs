using System.Globalization;
using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.UnicodeTables;

/// <summary>The properties that the tables are made from, one entry per code point.</summary>
/// <remarks>Source: UAX #44 (the files and their fields), UTS #51 (emoji-data.txt).</remarks>
internal sealed class UnicodeData
{
    public required Version Version { get; init; }

    /// <summary>Two letters, "Cn" where unassigned.</summary>
    public string[] Category { get; } = Filled("Cn");

    /// <summary>Long names, as "Latin".</summary>
    public string[] Script { get; } = Filled("Unknown");

    /// <summary>Short names between blanks, as " Hira Kana "; empty where there are none.</summary>
    public string[] ScriptExtensions { get; } = Filled("");

    public WordBreakClass[] WordBreak { get; } = new WordBreakClass[CodePointTrie.CodePointCount];
    public bool[] IsPictographic { get; } = new bool[CodePointTrie.CodePointCount];
    public bool[] IsAlphabetic { get; } = new bool[CodePointTrie.CodePointCount];
    public bool[] IsDefaultIgnorable { get; } = new bool[CodePointTrie.CodePointCount];

    /// <summary>Code point -> its simple lower case.</summary>
    public Dictionary<int, int> Lower { get; } = [];

    /// <summary>Code point -> its decomposition, canonical or compatibility, one step. Hangul syllables have none here.</summary>
    public Dictionary<int, int[]> Decomposition { get; } = [];

    /// <summary>Code point -> its full case folding (status C and F).</summary>
    public Dictionary<int, int[]> CaseFolding { get; } = [];

    public static UnicodeData Read(string folder)
    {
        var data = new UnicodeData { Version = VersionOf(Path.Combine(folder, "Scripts.txt")) };
        data.ReadCharacters(Path.Combine(folder, "UnicodeData.txt"));
        ReadRanges(Path.Combine(folder, "Scripts.txt"), (at, value) => data.Script[at] = value);
        ReadRanges(Path.Combine(folder, "ScriptExtensions.txt"), (at, value) => data.ScriptExtensions[at] = $" {value} ");
        ReadRanges(Path.Combine(folder, "auxiliary", "WordBreakProperty.txt"), (at, value) =>
            data.WordBreak[at] = Enum.Parse<WordBreakClass>(value.Replace("_", "", StringComparison.Ordinal)));
        ReadRanges(Path.Combine(folder, "emoji", "emoji-data.txt"), (at, value) =>
            data.IsPictographic[at] |= value == "Extended_Pictographic");
        ReadRanges(Path.Combine(folder, "DerivedCoreProperties.txt"), (at, value) =>
        {
            data.IsAlphabetic[at] |= value == "Alphabetic";
            data.IsDefaultIgnorable[at] |= value == "Default_Ignorable_Code_Point";
        });
        foreach (var fields in Lines(Path.Combine(folder, "CaseFolding.txt")))
        {
            if (fields[1] is "C" or "F")
                data.CaseFolding[Hex(fields[0])] = Sequence(fields[2]);
        }
        return data;
    }

    private void ReadCharacters(string path)
    {
        var rangeStart = 0;
        foreach (var fields in Lines(path))
        {
            var codePoint = Hex(fields[0]);
            if (fields[1].EndsWith(", First>", StringComparison.Ordinal))
                rangeStart = codePoint;
            var start = fields[1].EndsWith(", Last>", StringComparison.Ordinal) ? rangeStart : codePoint;
            Array.Fill(Category, fields[2], start, codePoint - start + 1);
            if (fields[5].Length > 0)
                Decomposition[codePoint] = Sequence(fields[5][(fields[5].IndexOf('>', StringComparison.Ordinal) + 1)..]);
            if (fields[13].Length > 0)
                Lower[codePoint] = Hex(fields[13]);
        }
    }

    private static void ReadRanges(string path, Action<int, string> set)
    {
        foreach (var fields in Lines(path))
        {
            var bounds = fields[0].Split("..");
            for (var at = Hex(bounds[0]); at <= Hex(bounds[^1]); at++)
                set(at, fields[1]);
        }
    }

    /// <summary>The fields of each line, without comments.</summary>
    private static IEnumerable<string[]> Lines(string path) => File.ReadLines(path)
        .Select(line => line.Split('#')[0])
        .Where(line => !string.IsNullOrWhiteSpace(line))
        .Select(line => line.Split(';', StringSplitOptions.TrimEntries));

    /// <summary>The first line of a file: "# Scripts-15.0.0.txt".</summary>
    private static Version VersionOf(string path) =>
        Version.Parse(File.ReadLines(path).First().Split('-')[1].Replace(".txt", "", StringComparison.Ordinal));

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int[] Sequence(string digits) =>
        [.. digits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hex)];

    private static string[] Filled(string value)
    {
        var values = new string[CodePointTrie.CodePointCount];
        Array.Fill(values, value);
        return values;
    }
}
