namespace NewsSearch.Ingest.Entities;

/// <summary>A known name.</summary>
/// <param name="Words">Its words as tokens.</param>
/// <param name="Shown">The name it is shown under.</param>
/// <param name="Kind">What it names.</param>
internal sealed record Phrase(string[] Words, string Shown, NameKind Kind);

/// <summary>Words at a place -> the longest known name that begins there.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);

    public void Add(string[] words, string shown, NameKind kind)
    {
        if (!_byFirstWord.TryGetValue(words[0], out var phrases)) _byFirstWord[words[0]] = phrases = [];
        if (phrases.Exists(phrase => phrase.Words.SequenceEqual(words))) return;
        var place = phrases.FindIndex(phrase => phrase.Words.Length < words.Length);
        phrases.Insert(place < 0 ? phrases.Count : place, new Phrase(words, shown, kind));
    }

    /// <summary>Whether a word alone is a known name.</summary>
    public bool IsKnown(string word) => _byFirstWord.TryGetValue(word, out var phrases) && phrases[^1].Words.Length == 1;

    /// <summary>The longest name that begins at a token; null where none does.</summary>
    public Phrase? Match(List<NameToken> tokens, int at)
    {
        var token = tokens[at];
        if (_byFirstWord.TryGetValue(token.Text, out var phrases) && Longest(phrases, tokens, at) is { } found) return found;
        // SEOUL at the head of a report.
        return token.Is(NameTokenTraits.AllCapitals) && token.Text.Length > 3 && _byFirstWord.TryGetValue(Title(token.Text), out phrases)
            ? Longest(phrases, tokens, at)
            : null;
    }

    private static Phrase? Longest(List<Phrase> phrases, List<NameToken> tokens, int at)
    {
        foreach (var phrase in phrases)
        {
            if (IsAt(phrase, tokens, at)) return phrase;
        }
        return null;
    }

    private static bool IsAt(Phrase phrase, List<NameToken> tokens, int at)
    {
        if (at + phrase.Words.Length > tokens.Count) return false;
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            var token = tokens[at + i];
            if (token.Is(NameTokenTraits.BreakBefore)) return false;
            if (token.Text != phrase.Words[i] && !(token.Is(NameTokenTraits.AllCapitals) && Title(token.Text) == phrase.Words[i])) return false;
        }
        return true;
    }

    private static string Title(string word) => word[..1] + word[1..].ToLowerInvariant();
}
