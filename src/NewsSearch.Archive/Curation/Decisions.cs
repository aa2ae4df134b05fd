using System.Collections.Frozen;

namespace NewsSearch.Archive.Curation;

/// <summary>What people decided about an archive, as read from its curation folder.</summary>
/// <param name="Corrections">Fields of single articles.</param>
/// <param name="Outlets">Names of outlets.</param>
public sealed record Decisions(Corrections Corrections, OutletAliases Outlets)
{
    /// <summary>Nothing decided.</summary>
    public static Decisions None { get; } = new(Corrections.None, OutletAliases.None);

    /// <summary>Names of people, organisations and places.</summary>
    public EntityDecisions Entities { get; init; } = EntityDecisions.None;

    /// <summary>Cleaning rules that do not run, by name, built-in and learned ones.</summary>
    public IReadOnlySet<string> RulesOff { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Reads all files of the folder. Lines that make no sense are reported and have no effect.</summary>
    public static Decisions Load(CurationFolder folder, TimeProvider clock, Action<CurationProblem> report) =>
        new(Corrections.Load(folder, clock, report), OutletAliases.Load(folder, report)) { Entities = EntityDecisions.Load(folder, report), RulesOff = Curation.RulesOff.Read(folder) };
}
