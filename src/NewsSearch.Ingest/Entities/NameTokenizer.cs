using System.Buffers;

namespace NewsSearch.Ingest.Entities;

/// <summary>Text -> words with what matters for names. Splits "U.S.-led" and "Trump-backed", keeps "Jong-un", "O'Brien" and "U.S.".</summary>
internal static class NameTokenizer
{
    /// <summary>Short words whose dot ends no sentence.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "Mr", "Mrs", "Ms", "Dr", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Rev", "Hon", "Prof", "St", "Ft",
        "Mt", "Adm", "Cmdr", "Det", "Supt", "Atty", "Pres", "Jr", "Sr",
    };

    private static readonly SearchValues<char> SentenceBreaks = SearchValues.Create(".!?:;\"“”‘(—…•");

    public static List<NameToken> Tokenize(string text, Lexicon lexicon)
    {
        var tokens = new List<NameToken>(text.Length / 6);
        var words = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var end = WordEnd(text, i);
            for (var start = i; start < end;)
            {
                var partEnd = PartEnd(text, start, end, lexicon);
                Add(text, start, partEnd, tokens, words);
                start = partEnd < end ? partEnd + 1 : end;
            }
            i = end;
        }
        MarkHeadings(text, tokens);
        return tokens;
    }

    /// <summary>End of a word with the hyphens, apostrophes and dots inside it, and the dot after an initial or acronym.</summary>
    private static int WordEnd(string text, int start)
    {
        var i = start;
        while (i < text.Length)
        {
            if (char.IsLetterOrDigit(text[i]) || (text[i] is >= '\u0300' and <= '\u036F') || char.IsSurrogate(text[i])) i++;
            else if (text[i] is '-' or '\'' or '’' or '&' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])) i++;
            else if (text[i] == '.' && IsLoneCapital(text, i - 1)) i++;
            else break;
        }
        return i;
    }

    private static bool IsLoneCapital(string text, int i) => char.IsUpper(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));

    /// <summary>Where the word is to be split at a hyphen: before "led", "backed" and their like, and after a country or people.</summary>
    private static int PartEnd(string text, int start, int end, Lexicon lexicon)
    {
        var hyphen = text.IndexOf('-', start, end - start);
        if (hyphen <= start || !char.IsUpper(text[start])) return end;
        var after = text.AsSpan(hyphen + 1, end - hyphen - 1);
        var before = text.AsSpan(start, hyphen - start);
        return lexicon.IsHyphenTail(after) || (char.IsUpper(after[0]) && lexicon.IsPlaceOrPeople(before)) ? hyphen : end;
    }

    private static void Add(string text, int start, int end, List<NameToken> tokens, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        var traits = TraitsBefore(text, start, tokens);
        if (end - start > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’')
        {
            traits |= NameTokenTraits.Possessive;
            end -= 2;
        }
        else if (end < text.Length && text[end] is '\'' or '’' && text[end - 1] == 's')
        {
            traits |= NameTokenTraits.Possessive;
        }
        var word = text.AsSpan(start, end - start);
        traits |= TraitsOf(word);
        tokens.Add(new NameToken(start, end, TextOf(word, words), traits));
    }

    private static NameTokenTraits TraitsBefore(string text, int start, List<NameToken> tokens)
    {
        if (tokens.Count == 0) return NameTokenTraits.BreakBefore | NameTokenTraits.SentenceStart;
        var before = tokens[^1];
        var gap = text.AsSpan(before.End, start - before.End);
        if (before.Is(NameTokenTraits.Possessive) && gap is ['\'' or '’', 's', ..]) gap = gap[2..];
        if (gap.IndexOf("\n\n") >= 0) return NameTokenTraits.BreakBefore | NameTokenTraits.SentenceStart;
        if (gap is ['.', ..] && Abbreviations.Contains(before.Text)) gap = gap[1..];
        if (gap.IsWhiteSpace() && !gap.IsEmpty) return NameTokenTraits.None;
        return gap.IndexOfAny(SentenceBreaks) >= 0 ? NameTokenTraits.BreakBefore | NameTokenTraits.SentenceStart : NameTokenTraits.BreakBefore;
    }

    private static NameTokenTraits TraitsOf(ReadOnlySpan<char> word)
    {
        var traits = NameTokenTraits.None;
        if (char.IsUpper(word[0]) || (word.Length > 3 && char.IsUpper(word[3]) && (word.StartsWith("al-") || word.StartsWith("el-")))) traits |= NameTokenTraits.Capital;
        if (!char.IsUpper(word[0])) return traits;
        if (word.Length == 1 || (word.Length is 2 or 4 && word[^1] == '.')) traits |= NameTokenTraits.Initial;
        else if (word.Length > 2 && word.IndexOfAnyInRange('a', 'z') < 0) traits |= NameTokenTraits.AllCapitals;
        return traits;
    }

    private static string TextOf(ReadOnlySpan<char> word, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        if (words.TryGetValue(word, out var known)) return known;
        if (word.Contains('.')) return word.ToString().Replace(".", "", StringComparison.Ordinal);
        var text = word.ToString();
        words.Set.Add(text);
        return text;
    }

    /// <summary>Marks the words of paragraphs whose words nearly all have capital letters and that end without a full stop.</summary>
    private static void MarkHeadings(string text, List<NameToken> tokens)
    {
        for (var first = 0; first < tokens.Count;)
        {
            int end = first, long_ = 0, capitals = 0;
            do
            {
                if (tokens[end].End - tokens[end].Start > 3)
                {
                    long_++;
                    if (tokens[end].Is(NameTokenTraits.Capital)) capitals++;
                }
                end++;
            }
            while (end < tokens.Count && !(tokens[end].Is(NameTokenTraits.SentenceStart) && IsAfterEmptyLine(text, tokens[end - 1].End, tokens[end].Start)));
            var stop = tokens[end - 1].End;
            var isStopped = text[stop - 1] == '.' || (stop < text.Length && text[stop] is '.' or '!' or '?');
            if (long_ >= 3 && capitals * 10 >= long_ * 8 && (!isStopped || IsAllCapitals(tokens, first, end)))
            {
                for (var i = first; i < end; i++) tokens[i] = tokens[i] with { Traits = tokens[i].Traits | NameTokenTraits.InHeading };
            }
            first = end;
        }
    }

    private static bool IsAfterEmptyLine(string text, int from, int to) => text.AsSpan(from, to - from).IndexOf("\n\n") >= 0;

    private static bool IsAllCapitals(List<NameToken> tokens, int first, int end) =>
        tokens[first..end].TrueForAll(token => token.Is(NameTokenTraits.AllCapitals | NameTokenTraits.Initial) || token.Text.Length < 3);
}
