using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.UnicodeTables;

/// <summary>One code point -> its traits, word form and folded form.</summary>
internal sealed class CharacterRules(UnicodeData data)
{
    private static readonly string[] ScriptsWithAccents = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew"];
    private static readonly string[] CjkScripts = ["Han", "Hiragana", "Katakana", "Hangul"];
    private static readonly string[] CjkExtensions = [" Hani ", " Hira ", " Kana ", " Hang "];

    private const int ZeroWidthSpace = 0x200B;
    private const int CapitalIWithDot = 'İ';
    private const int CombiningDotAbove = 0x307;

    /// <summary>The bits of <see cref="CharTraits"/>.</summary>
    public ushort Traits(int codePoint)
    {
        var category = data.Category[codePoint];
        var isNumber = category[0] == 'N';
        var isWord = category[0] == 'L' || isNumber || (data.IsAlphabetic[codePoint] && category[0] != 'M');
        var isCjk = isWord && (CjkScripts.Contains(data.Script[codePoint])
            || (data.Script[codePoint] == "Common" && CjkExtensions.Any(script =>
                data.ScriptExtensions[codePoint].Contains(script, StringComparison.Ordinal))));
        // Readers see one word around a zero-width space: web pages put it where a long word or address may wrap.
        var bits = (int)(codePoint == ZeroWidthSpace ? WordBreakClass.Format : data.WordBreak[codePoint]);
        if (data.IsPictographic[codePoint])
            bits |= CharTraits.PictographicBit;
        if (isWord)
            bits |= CharTraits.WordBit;
        if (IsMark(codePoint))
            bits |= CharTraits.MarkBit;
        if (DropsMarks(codePoint) && !isCjk)
            bits |= CharTraits.DropsMarksBit;
        if (isCjk)
            bits |= CharTraits.CjkBit;
        if (category == "Pd" || data.WordBreak[codePoint] == WordBreakClass.ExtendNumLet)
            bits |= CharTraits.SeparatorBit;
        return (ushort)bits;
    }

    /// <summary>Lower case without context (a capital sigma becomes σ), apostrophes made one, invisible characters dropped.</summary>
    public int[] WordForm(int codePoint) => codePoint switch
    {
        _ when IsInvisible(codePoint) => [],
        CapitalIWithDot => ['i', CombiningDotAbove],
        '\u2018' or '\u2019' or '\u02BC' or '\uFF07' => ['\''],
        _ => [data.Lower.GetValueOrDefault(codePoint, codePoint)],
    };

    /// <summary>The folded form, closed: each of its code points folds to itself.</summary>
    public int[] Fold(int codePoint)
    {
        var folded = new[] { codePoint };
        while (true)
        {
            var next = folded.SelectMany(FoldOnce).Where(c => c != ' ' && !IsInvisible(c)).ToArray();
            if (next.AsSpan().SequenceEqual(folded))
                return WithoutAccents(folded);
            folded = next;
        }
    }

    // Decomposition first: ᾳ is α with a mark, while its case folding would be the two letters αι.
    private IEnumerable<int> FoldOnce(int codePoint)
    {
        if (data.Decomposition.TryGetValue(codePoint, out var parts))
            return parts;
        if (IsMark(codePoint))
            return [codePoint];
        if (data.CaseFolding.TryGetValue(codePoint, out var folded))
            return folded;
        return LetterFoldings.All.TryGetValue(codePoint, out var letters) ? letters.Select(c => (int)c) : [codePoint];
    }

    private int[] WithoutAccents(int[] folded)
    {
        var kept = new List<int>();
        var dropsMarks = false;
        foreach (var codePoint in folded)
        {
            if (!IsMark(codePoint))
                dropsMarks = DropsMarks(codePoint);
            else if (dropsMarks)
                continue;
            kept.Add(codePoint);
        }
        return [.. kept];
    }

    private bool DropsMarks(int codePoint) => data.Category[codePoint][0] == 'N'
        || (data.Category[codePoint][0] == 'L' && ScriptsWithAccents.Contains(data.Script[codePoint]));

    private bool IsMark(int codePoint) => data.Category[codePoint] is "Mn" or "Me";

    private bool IsInvisible(int codePoint) => data.IsDefaultIgnorable[codePoint]
        || data.WordBreak[codePoint] is WordBreakClass.Format or WordBreakClass.ZWJ;
}
