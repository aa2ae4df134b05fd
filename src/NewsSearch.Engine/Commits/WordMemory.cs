namespace NewsSearch.Engine.Commits;

/// <summary>Words that were looked up in a snapshot -> their terms. A word is asked for again by every page, filter and offer of a search, and in an
/// archive of many languages looking it up takes longer than most searches. Thread-safe.</summary>
internal sealed class WordMemory
{
    /// <summary>Taste: some megabytes. Full, it begins anew, for what is asked for now is asked for again.</summary>
    private const int MostWords = 1 << 12;

    private readonly Dictionary<(int List, string Word), WordTerms> _words = [];
    private readonly Lock _gate = new();

    /// <param name="list">Number of the list.</param>
    /// <param name="word">The word.</param>
    /// <param name="find">Looks it up; what it throws is passed on, and nothing kept.</param>
    public WordTerms GetOrAdd(int list, string word, Func<WordTerms> find)
    {
        lock (_gate)
        {
            if (_words.TryGetValue((list, word), out var known)) return known;
        }

        var found = find();
        lock (_gate)
        {
            if (_words.Count == MostWords) _words.Clear();
            return _words[(list, word)] = found;
        }
    }
}
