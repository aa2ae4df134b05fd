using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Unicode;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Suggest;

/// <summary>A word of a query that may be misspelled.</summary>
/// <param name="Term">Folded, as the exact lists hold it.</param>
/// <param name="Start">Its place in the query text, [Start, End).</param>
/// <param name="End">Its end.</param>
/// <param name="Group">Words of the same group stand in one list or phrase, so that two of them may be one word torn apart.</param>
/// <param name="IsQuoted">Whether it stands in a phrase.</param>
internal readonly record struct TypedWord(string Term, int Start, int End, int Group, bool IsQuoted);

/// <summary>Query tree -> its plain words of letters that hits must or may have: not patterns, not numbers, not what is excluded or looked up among values.</summary>
internal static class TypedWords
{
    public static List<TypedWord> Of(string text, QueryNode root, QueryBinding binding)
    {
        var words = new List<TypedWord>();
        var group = 0;
        Add(root, isQuoted: false);
        return words;

        void Add(QueryNode node, bool isQuoted)
        {
            switch (node)
            {
                case PlainWord word:
                    AddTokens(word, text, group, isQuoted, words);
                    break;
                case PhraseNode phrase:
                    group++;
                    foreach (var word in phrase.Words) Add(word, isQuoted: true);
                    group++;
                    break;
                case AndNode and:
                    foreach (var child in and.Children) Add(child, isQuoted);
                    break;
                case OrNode or:
                    foreach (var child in or.Children) Add(child, isQuoted);
                    break;
                case FieldNode field when binding.Fields[field.Field].Role == FieldRole.Text:
                    group++;
                    Add(field.Child, isQuoted);
                    group++;
                    break;
            }
        }
    }

    private static void AddTokens(PlainWord word, string text, int group, bool isQuoted, List<TypedWord> words)
    {
        // The place is changed in the text, so the word must be what stands there.
        if (word.Span.End > text.Length || !text.AsSpan(word.Span.Start, word.Span.End - word.Span.Start).SequenceEqual(word.Text)) return;
        var tokenizer = new Tokenizer();
        tokenizer.Reset(word.Text.AsMemory());
        while (tokenizer.Next())
        {
            if (!IsOfLetters(tokenizer.Term)) continue;
            words.Add(new TypedWord(tokenizer.Term.ToString(), word.Span.Start + tokenizer.Start, word.Span.Start + tokenizer.End, group, isQuoted));
        }
    }

    /// <summary>Not those of Chinese, Japanese and Korean texts, whose tokens are pairs of characters, nor rare ones beyond 16 bits.</summary>
    private static bool IsOfLetters(ReadOnlySpan<char> term)
    {
        foreach (var letter in term)
        {
            if (!char.IsLetter(letter) || UnicodeTables.TraitsOf(letter).IsCjk) return false;
        }

        return true;
    }
}
