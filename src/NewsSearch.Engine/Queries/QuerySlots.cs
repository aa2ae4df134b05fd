using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.Engine.Queries;

/// <summary>One place that a token of a text can take: a certain word, or any that a pattern accepts.</summary>
/// <remarks>Invariant: either Pattern is null and Word and Term are those of a <see cref="Tokenizer"/>, or both are empty.</remarks>
internal sealed record QuerySlot(string Word, string Term, TermPattern? Pattern);

/// <summary>A word of a query -> the tokens it asks for, one behind the other. Index search and marks both go by it.</summary>
/// <remarks>Empty for punctuation alone: such a word asks for nothing.</remarks>
internal static class QuerySlots
{
    /// <summary>What stands inside words without splitting them.</summary>
    private const string Joints = ".'’";

    private const string Joiners = Joints + "*?";

    public static IReadOnlyList<QuerySlot> Of(WordNode word)
    {
        List<QuerySlot> slots = [];
        switch (word)
        {
            case WildcardWord:
                AddWildcard(word.Text, slots);
                break;
            case RangeWord range:
                slots.Add(new QuerySlot("", "", TermPattern.Range(Fold(range.From), range.IncludesFrom, Fold(range.To), range.IncludesTo)));
                break;
            case FuzzyWord fuzzy:
                AddTokens(word.Text.AsMemory(), fuzzy.Distance, slots);
                break;
            default:
                AddTokens(word.Text.AsMemory(), distance: 0, slots);
                break;
        }
        return slots;
    }

    /// <summary>The tokens of all words of a phrase, one behind the other.</summary>
    public static IReadOnlyList<QuerySlot> Of(PhraseNode phrase) => [.. phrase.Words.SelectMany(Of)];

    private static string? Fold(string? bound) => bound is null ? null : Folding.Fold(bound);

    private static void AddTokens(ReadOnlyMemory<char> text, int distance, List<QuerySlot> slots)
    {
        var tokenizer = new Tokenizer();
        tokenizer.Reset(text);
        while (tokenizer.Next())
        {
            var term = tokenizer.Term.ToString();
            slots.Add(distance == 0 ? new QuerySlot(tokenizer.Word.ToString(), term, null) : new QuerySlot("", "", TermPattern.Fuzzy(term, distance)));
        }
    }

    /// <summary>Splits where the tokenizer would: <c>co-op*</c> is <c>co</c>, <c>op*</c>.</summary>
    private static void AddWildcard(string text, List<QuerySlot> slots)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at += CodePoints.Length(CodePoints.At(text, at)))
        {
            if (!Splits(text, at))
                continue;
            AddPiece(text.AsSpan(start, at - start), slots);
            start = at + 1;
        }
        AddPiece(text.AsSpan(start), slots);
    }

    private static bool Splits(string text, int at)
    {
        var traits = UnicodeTables.TraitsOf(CodePoints.At(text, at));
        return !traits.IsWord && !traits.IsMark && !traits.IsAttached && !char.IsSurrogate(text[at]) && !Joiners.Contains(text[at]);
    }

    /// <summary>A piece of wildcards alone asks for nothing.</summary>
    private static void AddPiece(ReadOnlySpan<char> piece, List<QuerySlot> slots)
    {
        piece = piece.TrimStart(Joints);
        var whole = piece.Trim('*');
        var isWhole = whole.IndexOfAny('*', '?') < 0;
        if (isWhole && (whole.Length == piece.Length || IsSeveralCjk(whole)))
        {
            AddTokens(whole.ToString().AsMemory(), distance: 0, slots);
            return;
        }
        var pattern = Fold(piece);
        if (pattern.AsSpan().IndexOfAnyExcept('*', '?') >= 0)
            slots.Add(new QuerySlot("", "", TermPattern.Wildcard(pattern)));
    }

    /// <summary>Such words are indexed in pairs of characters, so that what goes on behind them makes no difference.</summary>
    private static bool IsSeveralCjk(ReadOnlySpan<char> text) =>
        !text.IsEmpty && UnicodeTables.TraitsOf(CodePoints.At(text, 0)).IsCjk && text.Length > CodePoints.Length(CodePoints.At(text, 0));

    /// <summary>Folds what stands between the wildcards, and drops the dots of acronyms (<c>U.S.*</c>) as the tokenizer does.</summary>
    private static string Fold(ReadOnlySpan<char> piece)
    {
        var folded = new StringBuilder();
        while (true)
        {
            var length = piece.IndexOfAny('*', '?');
            var literal = length < 0 ? piece : piece[..length];
            var bare = literal.TrimEnd(Joints);
            var isAcronym = WordRules.IsAcronym(bare, 0, bare.Length);
            folded.Append(Folding.Fold(isAcronym ? bare.ToString().Replace(".", "", StringComparison.Ordinal) : literal.ToString()));
            if (length < 0)
                return folded.ToString();
            folded.Append(piece[length]);
            piece = piece[(length + 1)..];
        }
    }
}
