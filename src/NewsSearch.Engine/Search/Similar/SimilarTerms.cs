using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;

namespace NewsSearch.Engine.Search.Similar;

/// <summary>A word that tells texts from others: as it stands there, the most that it can score, the clause that finds it.</summary>
internal sealed record SimilarTerm(string Word, float MostScore, TermsClause Clause);

/// <summary>Texts -> the words that tell them from other documents of a snapshot, as clauses.</summary>
/// <remarks>
/// A word counts (1 + ln tf) · idf, its forms taken together: tf is the weighted number of its occurrences, idf that of the snapshot.
/// Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988), with the idf of <see cref="Matching.Bm25"/>.
/// </remarks>
internal sealed class SimilarTerms(Statistics statistics, string stemList)
{
    /// <summary>UTF-16 units read of a text: what a document is about stands in its first pages. Taste.</summary>
    private const int LongestText = 1 << 16;

    private readonly int _list = statistics.NumberOfList(stemList);

    /// <summary>The words of most weight first.</summary>
    public IReadOnlyList<SimilarTerm> Of(IReadOnlyList<WeightedText> texts, string language, int mostWords)
    {
        var words = new Dictionary<string, FoundWord>(StringComparer.Ordinal);
        foreach (var text in texts) Count(text, language, words);
        var weighed = words.Values
            .Select(word => (Word: word, Weight: (1 + MathF.Log(MathF.Max(1, word.Frequency))) * Idf(word.Stem, language)))
            .Where(word => word.Weight > 0);
        return [.. weighed.OrderByDescending(word => word.Weight).ThenBy(word => word.Word.Stem, StringComparer.Ordinal).Take(mostWords).Select(word => Term(word.Word))];
    }

    private static void Count(WeightedText text, string language, Dictionary<string, FoundWord> words)
    {
        var forms = new StemForms();
        var tokens = new Tokenizer();
        tokens.Reset(text.Text.AsMemory(0, Math.Min(text.Text.Length, LongestText)));
        while (tokens.Next())
        {
            forms.Set(tokens.Word, tokens.Term, language);
            if (!words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(forms.First, out var word))
            {
                word = new FoundWord(forms.First.ToString());
                words.Add(word.Stem, word);
            }

            word.Add(text.Text.AsSpan(tokens.Start, tokens.End - tokens.Start), tokens.Word, tokens.Term, text.Weight);
        }
    }

    /// <summary>0 for a word that no other document has.</summary>
    private float Idf(string stem, string language)
    {
        var frequency = statistics.Find(_list, TermBytes.Stem(language, stem)).Docs;
        return frequency < 2 ? 0 : statistics.Idf(frequency);
    }

    /// <summary>The word as a query would look it up.</summary>
    private SimilarTerm Term(FoundWord word)
    {
        var stems = statistics.Stems(_list, word.Word, word.Term);
        var idf = statistics.Idf(stems.Docs) * (1 + MathF.Log(MathF.Max(1, word.Frequency)));
        return new SimilarTerm(word.Written, idf, new TermsClause(word.Written, stems, statistics.TextsOf(_list), statistics.Scorer(_list, idf)));
    }

    /// <summary>A word of the texts in all its forms.</summary>
    private sealed class FoundWord(string stem)
    {
        private readonly Dictionary<string, float> _written = new(StringComparer.Ordinal);

        public string Stem => stem;

        public float Frequency { get; private set; }

        /// <summary>Of its first occurrence, as a <see cref="Tokenizer"/> gives them.</summary>
        public string Word { get; private set; } = "";

        public string Term { get; private set; } = "";

        /// <summary>The form that stands there most.</summary>
        public string Written => _written.MaxBy(form => form.Value).Key;

        public void Add(ReadOnlySpan<char> written, ReadOnlySpan<char> word, ReadOnlySpan<char> term, float weight)
        {
            if (Frequency == 0) (Word, Term) = (word.ToString(), term.ToString());
            Frequency += weight;
            var counts = _written.GetAlternateLookup<ReadOnlySpan<char>>();
            counts[written] = (counts.TryGetValue(written, out var count) ? count : 0) + weight;
        }
    }
}
