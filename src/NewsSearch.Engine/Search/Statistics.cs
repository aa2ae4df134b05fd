using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Search;

/// <summary>Document counts, document frequencies and average lengths over a snapshot, deleted documents included (as in Lucene).</summary>
internal sealed class Statistics(Snapshot snapshot, QueryBinding binding, CancellationToken cancellation)
{
    /// <summary>The scorer of one word, or of the words of a phrase, in a list.</summary>
    /// <param name="list">Number of the list.</param>
    /// <param name="weight">Summed over the words.</param>
    public Bm25 Scorer(int list, float weight)
    {
        var sources = TextsOf(list).Select(text => (Weight(text), AverageLength(text)));
        return new Bm25(weight, [.. sources], binding.Scoring.Saturation);
    }

    /// <summary>What a word weighs.</summary>
    public float Weight(WordTerms word)
    {
        var idf = Idf(word.Docs);
        return binding.Scoring.RepetitionPower == 0 ? idf : idf * MathF.Pow(word.MeanFrequency(cancellation), binding.Scoring.RepetitionPower);
    }

    /// <summary>The idf of a word that so many documents have.</summary>
    public float Idf(long documentFrequency) => Bm25.Idf(Math.Min(documentFrequency, snapshot.DocCount), snapshot.DocCount);

    /// <summary>Numbers of the texts under a list.</summary>
    public IReadOnlyList<int> TextsOf(int list) => [.. snapshot.Schema.Lists[list].Texts.Select(NumberOfText)];

    /// <summary>Number of a list in the schema. Requires: it is one.</summary>
    public int NumberOfList(string list) => snapshot.Schema.Lists.NumberOf(list);

    /// <summary>A word in a list of stems: looked up in all languages present, since names are spelt alike in many.</summary>
    /// <param name="list">Number of the list.</param>
    /// <param name="word">As a <see cref="Tokenizer"/> gives it.</param>
    /// <param name="term">The same folded.</param>
    public WordTerms Stems(int list, string word, string term) => snapshot.Words.GetOrAdd(list, word, () => FindStems(list, word, term));

    /// <summary>A term in a list.</summary>
    public FoundTerm Find(int list, byte[] term) => new(snapshot, list, term);

    private WordTerms FindStems(int list, string word, string term)
    {
        var forms = new StemForms();
        List<FoundTerm> present = [];
        foreach (var language in snapshot.Languages)
        {
            forms.Set(word, term, language == TermBytes.UnknownLanguage ? "" : language);
            Look(TermBytes.Stem(language, forms.First));
            if (!forms.Second.IsEmpty) Look(TermBytes.Stem(language, forms.Second));
        }

        var areApart = present.Count <= 1 || TermBytes.ExcludeEachOther([.. present.Select(stem => stem.Bytes)]);
        var found = new WordTerms(present, areApart, present.Sum(stem => stem.Docs));
        return areApart ? found : found with { Docs = CountUnion(found) };

        void Look(byte[] stem)
        {
            if (Find(list, stem) is { Docs: > 0 } found) present.Add(found);
        }
    }

    /// <summary>Documents that have any of a word's terms.</summary>
    private long CountUnion(WordTerms word)
    {
        var count = 0L;
        foreach (var segment in snapshot.Segments)
        {
            cancellation.ThrowIfCancellationRequested();
            var forms = word.Open(segment.Reader);
            if (forms.Length <= 1)
            {
                count += forms.Sum(form => form.DocCount);
                continue;
            }

            var union = new DocSet(segment.Reader.DocCount);
            foreach (var form in forms) form.Fill(union);
            count += union.Count();
        }

        return count;
    }

    /// <summary>Postings of the terms that a slot accepts: at least as many as documents have one.</summary>
    public long PostingsCount(int list, QuerySlot slot) =>
        snapshot.Segments.Sum(segment => segment.Reader.Lists[list].Terms.Find(slot, cancellation).Sum(entry => (long)entry.DocCount));

    /// <summary>The documents of all terms that a slot accepts; one cursor serves them all.</summary>
    public static DocSet Union(TermIndex list, QuerySlot slot, DocSet into, CancellationToken cancellation)
    {
        PostingsCursor? cursor = null;
        foreach (var entry in list.Terms.Find(slot, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (cursor is null) cursor = list.Postings.Open(entry);
            else cursor.Reopen(entry);
            cursor.Fill(into);
        }

        return into;
    }

    private int NumberOfText(string text) => snapshot.Schema.Texts.NumberOf(text);

    private float Weight(int text) => binding.TextWeights.GetValueOrDefault(snapshot.Schema.Texts[text].Name, 1f);

    private float AverageLength(int text)
    {
        var tokens = snapshot.Segments.Sum(segment => segment.Reader.Info.TokenCounts[text]);
        return tokens == 0 ? 1 : (float)((double)tokens / snapshot.DocCount);
    }
}
