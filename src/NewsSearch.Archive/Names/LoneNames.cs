namespace NewsSearch.Archive.Names;

/// <summary>What a rebuild learned about surnames that stand alone, for articles that are added after it.</summary>
/// <param name="From">First day for which the surnames hold.</param>
/// <param name="To">Last day.</param>
/// <param name="Surnames">Key of a surname -> the full name that nearly all articles of these days mean.</param>
public sealed record LoneNames(DateOnly From, DateOnly To, IReadOnlyDictionary<string, string> Surnames)
{
    /// <summary>Nothing learned.</summary>
    public static LoneNames None { get; } = new(default, default, new Dictionary<string, string>());
}
