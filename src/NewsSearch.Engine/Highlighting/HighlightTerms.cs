using System.Collections.Concurrent;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Highlighting;

/// <summary>Token of a text -> the slots of a query that it can take. For any number of threads.</summary>
/// <remarks>Words are found by hash; patterns are tried one by one, but only those that can begin like the token.</remarks>
internal sealed class HighlightTerms
{
    /// <summary>Forms are kept for so many languages; an archive has fewer.</summary>
    private const int LanguagesKept = 64;

    /// <summary>Words kept between two texts: some 3 MB.</summary>
    private const int MostKnown = 50_000;

    private readonly Dictionary<string, int> _exact;
    private readonly List<(QuerySlot Slot, int Number)> _inflected;
    private readonly Dictionary<char, List<(TermPattern Pattern, int Number)>> _patterns;
    private readonly ConcurrentDictionary<string, Dictionary<string, List<int>>> _formsByLanguage = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, ConcurrentBag<Dictionary<string, int[]>>> _knownByLanguage = new(StringComparer.Ordinal);

    private HighlightTerms(Builder builder)
    {
        _exact = builder.Exact;
        _inflected = builder.Inflected;
        _patterns = builder.Patterns;
    }

    /// <summary>Stem form in this language -> the inflected slots that have it.</summary>
    public Dictionary<string, List<int>> Forms(string language)
    {
        if (_formsByLanguage.TryGetValue(language, out var forms))
            return forms;
        forms = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var stems = new StemForms();
        foreach (var (slot, number) in _inflected)
        {
            stems.Set(slot.Word, slot.Term, language);
            Add(forms, stems.First.ToString(), number);
            if (!stems.Second.IsEmpty)
                Add(forms, stems.Second.ToString(), number);
        }
        if (_formsByLanguage.Count < LanguagesKept)
            _formsByLanguage[language] = forms;
        return forms;
    }

    /// <summary>Words of this language that were met already -> their slots; lent to one reading of a text, and empty where all others are lent.</summary>
    public Dictionary<string, int[]> LendKnown(string language) =>
        _knownByLanguage.TryGetValue(language, out var shelf) && shelf.TryTake(out var known) ? known : new Dictionary<string, int[]>(StringComparer.Ordinal);

    /// <summary>Takes them back, for the next text: those of one page share most of their words.</summary>
    public void KeepKnown(string language, Dictionary<string, int[]> known)
    {
        if (known.Count > MostKnown || (_knownByLanguage.Count >= LanguagesKept && !_knownByLanguage.ContainsKey(language)))
            return;
        _knownByLanguage.GetOrAdd(language, _ => []).Add(known);
    }

    /// <summary>Adds the slots that the token can take to <paramref name="found"/>, none twice.</summary>
    public void Find(Tokenizer token, Dictionary<string, List<int>> forms, StemForms stems, string language, List<int> found)
    {
        if (_exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Term, out var exact))
            found.Add(exact);
        if (forms.Count > 0)
        {
            stems.Set(token.Word, token.Term, language);
            AddForms(forms, stems.First, found);
            if (!stems.Second.IsEmpty)
                AddForms(forms, stems.Second, found);
        }
        AddPatterns(token.Term[0], token.Term, found);
        AddPatterns(Builder.AnyCharacter, token.Term, found);
    }

    private static void AddForms(Dictionary<string, List<int>> forms, ReadOnlySpan<char> form, List<int> found)
    {
        if (!forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var numbers))
            return;
        foreach (var number in numbers)
        {
            if (!found.Contains(number))
                found.Add(number);
        }
    }

    private void AddPatterns(char first, ReadOnlySpan<char> term, List<int> found)
    {
        if (!_patterns.TryGetValue(first, out var patterns))
            return;
        foreach (var (pattern, number) in patterns)
        {
            if (pattern.Matches(term))
                found.Add(number);
        }
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(value);
    }

    /// <summary>Numbers the slots of a query; equal ones get the same number.</summary>
    internal sealed class Builder
    {
        /// <summary>Stands for patterns that can begin with anything; no term begins with it.</summary>
        public const char AnyCharacter = '\0';

        private readonly Dictionary<(string Text, string Kind), int> _numbers = [];

        public Dictionary<string, int> Exact { get; } = new(StringComparer.Ordinal);

        public List<(QuerySlot Slot, int Number)> Inflected { get; } = [];

        /// <summary>By the first character of what they accept.</summary>
        public Dictionary<char, List<(TermPattern Pattern, int Number)>> Patterns { get; } = [];

        public int Count => _numbers.Count;

        public int Number(QuerySlot slot, bool isInflected)
        {
            var key = slot.Pattern is { } pattern ? (pattern.ToString(), "pattern") : isInflected ? (slot.Word, "inflected") : (slot.Term, "exact");
            if (_numbers.TryGetValue(key, out var number))
                return number;
            number = _numbers.Count;
            if (slot.Pattern is not null)
                Add(Patterns, slot.Pattern.Prefix.Length > 0 ? slot.Pattern.Prefix[0] : AnyCharacter, (slot.Pattern, number));
            else if (isInflected)
                Inflected.Add((slot, number));
            else
                Exact.Add(slot.Term, number);
            _numbers.Add(key, number);
            return number;
        }

        public HighlightTerms Build() => new(this);
    }
}
