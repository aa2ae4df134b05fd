using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest;

/// <summary>A cleaning rule that every archive has.</summary>
/// <param name="Name">Its name, as the record of removals has it.</param>
/// <param name="Summary">What it removes.</param>
public sealed record BuiltInRule(string Name, string Summary)
{
    /// <summary>All of them, in the order they run.</summary>
    public static IReadOnlyList<BuiltInRule> All { get; } = [.. CleaningRules.All.Select(rule => new BuiltInRule(rule.Name, rule.Summary))];
}
