using System.Text;

namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Token -> its one or two stem forms: fold(stem(word)), and stem(fold(word)) where it differs.</summary>
/// <remarks>The second lets a query typed without accents meet a word whose stem depends on them: a stemmer that reads folded words also
/// takes endings that have lost theirs, so a word without accents may have two forms as well. Reusable, for one thread;
/// the spans are valid until the next Set.</remarks>
internal sealed class StemForms
{
    private readonly char[] _stem = new char[2 * Tokenizer.MaxTermLength];
    private readonly char[] _second = new char[2 * Tokenizer.MaxTermLength];
    private char[] _first = new char[2 * Tokenizer.MaxTermLength];
    private int _firstLength;
    private int _secondLength;

    /// <summary>fold(stem(word)); never empty.</summary>
    public ReadOnlySpan<char> First => _first.AsSpan(0, _firstLength);

    /// <summary>stem(fold(word)); empty where equal to <see cref="First"/>.</summary>
    public ReadOnlySpan<char> Second => _second.AsSpan(0, _secondLength);

    /// <summary>Requires: word and term of one token of a <see cref="Tokenizer"/>.</summary>
    public void Set(ReadOnlySpan<char> word, ReadOnlySpan<char> term, string language)
    {
        var stemmer = Stemmers.For(language);
        word.CopyTo(_stem);
        var stem = _stem.AsSpan(0, Cut(stemmer, _stem, word.Length, isFolded: false));
        _firstLength = Ascii.IsValid(stem) ? CopyToFirst(stem) : FoldToFirst(stem);
        if (_firstLength == 0)
            _firstLength = CopyToFirst(term); // the stem was a lone tatweel, which folds to nothing
        _secondLength = 0;
        if (!stemmer.ReadsFolded && word.SequenceEqual(term))
            return;
        term.CopyTo(_second);
        _secondLength = Cut(stemmer, _second, term.Length, isFolded: true);
        if (Second.SequenceEqual(First))
            _secondLength = 0;
    }

    private static int Cut(IStemmer stemmer, Span<char> word, int length, bool isFolded) =>
        stemmer.Stem(word, stemmer is EnglishStemmer ? EnglishForms.Apply(word, length) : length, isFolded);

    /// <summary>The short way: ASCII in lower case folds to itself.</summary>
    private int CopyToFirst(ReadOnlySpan<char> stem)
    {
        stem.CopyTo(_first);
        return Math.Min(stem.Length, Tokenizer.MaxTermLength); // many ß become twice as many s
    }

    private int FoldToFirst(ReadOnlySpan<char> stem)
    {
        var length = Folding.Fold(stem, ref _first);
        return WordRules.CutLength(_first.AsSpan(0, length), Tokenizer.MaxTermLength);
    }
}
