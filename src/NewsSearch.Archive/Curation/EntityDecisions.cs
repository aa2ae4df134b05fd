using NewsSearch.Archive.Names;

namespace NewsSearch.Archive.Curation;

/// <summary>What people decided about names of an archive, kept in one file of the curation folder, a line each. A name has one decision.</summary>
/// <remarks>They rename what is shown; names and their places stay in the articles as they were found, so each can be taken back.</remarks>
public sealed class EntityDecisions
{
    /// <summary>The file: one JSON object a line, the last line about a name holds.</summary>
    public const string FileName = "entities.jsonl";

    private static readonly Comparer<(string Kind, string Name)> ByKindAndName = Comparer<(string Kind, string Name)>.Create(
        (one, other) => string.CompareOrdinal(one.Kind, other.Kind) is var order and not 0 ? order : string.CompareOrdinal(one.Name, other.Name));

    private readonly SortedDictionary<(string Kind, string Name), EntityDecision> _byName = new(ByKindAndName);

    private EntityDecisions()
    {
    }

    /// <summary>None.</summary>
    public static EntityDecisions None { get; } = new();

    /// <summary>All of them, by kind and name.</summary>
    public IReadOnlyCollection<EntityDecision> All => _byName.Values;

    /// <summary>The decision about a name; null where there is none.</summary>
    public EntityDecision? Of(string kind, string name) => _byName.GetValueOrDefault((kind, name));

    /// <summary>Reads the file. A line that makes no sense is reported and has no effect.</summary>
    public static EntityDecisions Load(CurationFolder folder, Action<CurationProblem> report)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(report);
        var decisions = new EntityDecisions();
        foreach (var line in folder.Read(FileName))
        {
            if (EntityDecision.Parse(line.Text, out var problem) is { } decision && (problem = decisions.Take(decision)) is null) continue;
            report(line.Problem(problem!));
        }
        return decisions;
    }

    /// <summary>Adds decisions to the file, in place of earlier ones about the same names; what is wrong, as a sentence, where they make no sense, and then none is added.</summary>
    public static string? Add(CurationFolder folder, IReadOnlyList<EntityDecision> added)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(added);
        var decisions = Load(folder, _ => { });
        foreach (var decision in added)
        {
            if ((decision.Problem ?? decisions.Take(decision)) is { } problem) return problem;
        }
        folder.Write(FileName, folder.AllLines(FileName).Where(line => !IsAboutOneOf(line, added)).Concat(added.Select(decision => decision.ToLine())).ToList());
        return null;
    }

    /// <summary>Takes the decision about a name out of the file; null where there is none.</summary>
    public static EntityDecision? Remove(CurationFolder folder, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (Load(folder, _ => { }).Of(kind, name) is not { } decision) return null;
        folder.Write(FileName, folder.AllLines(FileName).Where(line => !IsAboutOneOf(line, [decision])).ToList());
        return decision;
    }

    /// <summary>The same for whoever shows names.</summary>
    public EntityChoices ToChoices() => new(
        EntityChoices.Facets.ToDictionary(
            kind => kind,
            kind => (IReadOnlyDictionary<string, string?>)_byName.Values.Where(one => one.Kind == kind && one.Does != EntityDecision.Retype).ToDictionary(one => one.Name, one => End(one), StringComparer.Ordinal),
            StringComparer.Ordinal),
        [.. _byName.Values.Where(one => one.Does == EntityDecision.Retype).Select(one => new RetypedName(one.Kind, one.Name, KindInTheEnd(one)))]);

    private static bool IsAboutOneOf(string line, IEnumerable<EntityDecision> decisions) =>
        EntityDecision.Parse(line, out _) is { } old && decisions.Any(one => one.Kind == old.Kind && one.Name == old.Name);

    private string? Take(EntityDecision decision)
    {
        if (decision is { Does: EntityDecision.Merge or EntityDecision.Rename } && End(decision) == decision.Name) return $"'{decision.Name}' and '{decision.To}' would be names of each other.";
        if (decision.Does == EntityDecision.Retype && KindInTheEnd(decision) == decision.Kind) return $"'{decision.Name}' was moved from {decision.To}; that must be undone instead.";
        _byName[(decision.Kind, decision.Name)] = decision;
        return null;
    }

    /// <summary>What is shown in the end; null for what is hidden.</summary>
    private string? End(EntityDecision decision)
    {
        var shown = decision.To;
        while (shown is not null && shown != decision.Name && Of(decision.Kind, shown) is { Does: not EntityDecision.Retype } next) shown = next.To;
        return shown;
    }

    /// <summary>The kind to which a name moves, and moves on.</summary>
    private string KindInTheEnd(EntityDecision retyped)
    {
        var kind = retyped.To!;
        while (kind != retyped.Kind && Of(kind, retyped.Name) is { Does: EntityDecision.Retype } next) kind = next.To!;
        return kind;
    }
}
