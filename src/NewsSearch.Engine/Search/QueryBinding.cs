using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Search;

/// <summary>What a field of the query language means in the schema.</summary>
/// <param name="Role">How the text behind it is read.</param>
/// <param name="ExactLists">Text: lists with positions for exact words and phrases.</param>
/// <param name="StemList">Text: list for words in any inflection.</param>
/// <param name="Keyword">Keyword, code: the keyword field.</param>
/// <param name="FirstDay">Period: number field of the first day (<see cref="DateOnly.DayNumber"/>).</param>
/// <param name="LastDay">Period: number field of the last day.</param>
public sealed record FieldBinding(
    FieldRole Role, IReadOnlyList<string> ExactLists, string? StemList = null, string? Keyword = null, string? FirstDay = null, string? LastDay = null)
{
    /// <summary>Text of several values: the <see cref="Documents.TextField.ValueGap"/>, so that words near each other stand in one value.</summary>
    /// <value>Default: null, one value.</value>
    public int? ValueGap { get; init; }

    /// <summary>Words of texts.</summary>
    public static FieldBinding OfText(string stemList, params string[] exactLists) => new(FieldRole.Text, exactLists, StemList: stemList);

    /// <summary>Values that contain the words.</summary>
    public static FieldBinding OfKeyword(string keyword) => new(FieldRole.Keyword, [], Keyword: keyword);

    /// <summary>A value compared whole.</summary>
    public static FieldBinding OfCode(string keyword) => new(FieldRole.Code, [], Keyword: keyword);

    /// <summary>A period that must hold the whole of [first day, last day].</summary>
    public static FieldBinding OfPeriod(string firstDay, string lastDay) => new(FieldRole.Period, [], FirstDay: firstDay, LastDay: lastDay);
}

/// <summary>How a query tree meets a schema: where words without a field are looked up, what each field means, what each text weighs.</summary>
/// <param name="Words">Lists of words and phrases without a field.</param>
/// <param name="Fields">Field name of the query language -> meaning.</param>
/// <param name="TextWeights">Text name -> weight in the score; 1 where not listed.</param>
public sealed record QueryBinding(FieldBinding Words, IReadOnlyDictionary<string, FieldBinding> Fields, IReadOnlyDictionary<string, float> TextWeights)
{
    /// <summary>How hits are scored.</summary>
    /// <value>Default: plain BM25.</value>
    public Scoring Scoring { get; init; } = Scoring.Plain;

    /// <summary>The fields for the parser.</summary>
    public QuerySyntax Syntax { get; } = new(Fields.ToDictionary(field => field.Key, field => field.Value.Role))
    {
        ValueGaps = Fields.Where(field => field.Value.ValueGap is not null).ToDictionary(field => field.Key, field => field.Value.ValueGap!.Value),
    };
}
