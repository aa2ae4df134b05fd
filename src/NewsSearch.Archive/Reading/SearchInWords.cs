using NewsSearch.Engine.Queries;

namespace NewsSearch.Archive.Reading;

/// <summary>A search as it was read -> words: "both words limousine and gift, outlet Reuters, February 2024".</summary>
/// <remarks>
/// Parts with commas between must all be there. Beside "or" and behind "not" stands one part, or several in parentheses, so that
/// no two readings have the same words.
/// </remarks>
internal static class SearchInWords
{
    private const string Everything = "all articles";

    /// <param name="words">The query text as it was read.</param>
    /// <param name="range">The range of days beside it; null where there is none.</param>
    /// <param name="facets">What is chosen, by facet.</param>
    public static string Of(QueryNode words, PeriodNode? range, IEnumerable<KeyValuePair<string, FacetChoice>> facets)
    {
        List<QueryNode> asked = [.. words is AndNode and ? and.Children : [words], .. range is null ? Array.Empty<QueryNode>() : [range]];
        asked.RemoveAll(node => node is AllNode);
        var filters = facets.SelectMany(facet => Filters(facet.Key, facet.Value)).ToList();
        List<Part> parts = [.. Parts(asked), .. filters.Select(filter => Part.Whole(filter.Text))];
        if (!asked.Exists(Narrows) && !filters.Exists(filter => filter.Narrows)) parts.Insert(0, Part.Whole(Everything));
        return parts is [var only] ? only.Text : string.Join(", ", parts.Select(part => part.InList));
    }

    private static bool Narrows(QueryNode node) => node is not (NotNode or OrNode { Children: [.., AllNode] });

    private static Part Read(QueryNode node) => node switch
    {
        AllNode => Part.Whole(Everything),
        WordNode word => WordsInWords.Of(word),
        PhraseNode phrase => WordsInWords.Of(phrase),
        NotNode { Child: PlainWord word } => Part.Whole("not " + WordsInWords.Shown(word.Text)),
        NotNode { Child: WordNode pattern } => Part.Whole("no " + WordsInWords.Of(pattern).Text),
        NotNode not => Part.Whole("not " + Read(not.Child).Firm),
        PeriodNode period => Part.Whole(PeriodInWords.Between(period.From, period.To)),
        AndNode and => All(and.Children),
        OrNode or => Any(or.Children),
        FieldNode { Child: NoValueNode } field => Part.Whole(FieldWords.Of(field.Field).Nothing),
        FieldNode { Field: "title" or "said" } field => Part.Group($"{Read(field.Child).InList} {FieldWords.Of(field.Field).Name}"),
        FieldNode field => new Part($"{FieldWords.Of(field.Field).Name} {Value(field.Child, field.Field)}", field.Child is AndNode or OrNode or NotNode ? Hold.Group : Hold.Whole),
        _ => Part.Whole(QueryPrinter.Print(node)),
    };

    private static Part All(IReadOnlyList<QueryNode> children) =>
        Parts(children) is [var only] ? only : new Part(string.Join(", ", Parts(children).Select(part => part.InList)), Hold.All);

    private static Part Any(IReadOnlyList<QueryNode> children) => children.All(child => child is PlainWord)
        ? WordsInWords.Of([.. children.Cast<PlainWord>()], areAll: false)
        : new Part(string.Join(" or ", children.Select(child => Read(child).Firm)), Hold.Any);

    /// <summary>What must all be there: the plain words as one part, where the first of them stands.</summary>
    private static List<Part> Parts(IReadOnlyList<QueryNode> children)
    {
        PlainWord[] words = [.. children.OfType<PlainWord>()];
        List<Part> parts = [];
        foreach (var child in children)
        {
            if (child is PlainWord && words.Length > 1)
            {
                if (ReferenceEquals(child, words[0])) parts.Add(WordsInWords.Of(words, areAll: true));
            }
            else if (child is OrNode { Children: [.., AllNode] } or)
            {
                QueryNode[] wanted = [.. or.Children.SkipLast(1)];
                parts.Add(Part.Group("preferably " + (wanted is [var one] ? Read(one) : Any(wanted)).InList));
            }
            else
            {
                parts.Add(Read(child));
            }
        }

        return parts;
    }

    /// <summary>What stands behind the name of a field of values.</summary>
    private static string Value(QueryNode node, string field)
    {
        return node switch
        {
            AndNode and => string.Join(" and ", and.Children.Select(Inner)),
            OrNode or => string.Join(" or ", or.Children.Select(Inner)),
            NotNode not => "not " + Inner(not.Child),
            NoValueNode => FacetNames.NoValue,
            PlainWord word when field == "lang" => LanguageNames.Of(word.Text),
            _ => WordsInWords.InField(node),
        };

        string Inner(QueryNode child) => child is AndNode or OrNode ? $"({Value(child, field)})" : Value(child, field);
    }

    /// <summary>Chosen values in one part, each excluded one in its own.</summary>
    private static IEnumerable<(string Text, bool Narrows)> Filters(string facet, FacetChoice choice)
    {
        var words = FieldWords.Of(facet);
        var name = facet == "date" ? "" : words.Name + " ";
        if (choice.Include is [FacetNames.NoValue])
            yield return (words.Nothing, true);
        else if (choice.Include.Length > 0)
            yield return (name + string.Join(" or ", choice.Include.Select(value => Shown(facet, value))), true);
        foreach (var value in choice.Exclude)
            yield return ("not " + (value == FacetNames.NoValue ? words.Nothing : name + Shown(facet, value)), false);
    }

    private static string Shown(string facet, string value) => (facet, value) switch
    {
        (_, FacetNames.NoValue) => facet == "date" ? FieldWords.Of(facet).Nothing : value,
        ("lang", _) => LanguageNames.Of(value),
        ("date", _) => PeriodInWords.Of(value),
        _ => WordsInWords.Shown(value),
    };
}
