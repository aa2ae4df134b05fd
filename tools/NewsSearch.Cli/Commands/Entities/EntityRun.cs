using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands.Entities;

/// <summary>One call of <c>newssearch entity</c>: the file changes under the writer's lock, then the live index follows what the file says.</summary>
internal sealed class EntityRun(string index, CurationFolder folder, Terminal terminal, bool asJson)
{
    /// <summary>Names offered for one that the archive does not have; taste.</summary>
    private const int Offered = 5;

    /// <summary>Characters of an unknown name that are repeated; none in the archive is longer.</summary>
    private const int MostShown = 100;

    private readonly List<CurationProblem> _problems = [];

    public int Decide(string does, string kind, IReadOnlyList<string> names, string? to, CancellationToken interrupted)
    {
        CheckKind(kind);
        if (does == EntityDecision.Rename && names.Count > 1) throw new UsageException("rename takes one name; to show several as one: newssearch entity merge");
        var decisions = Each(names).ConvertAll(name => new EntityDecision(does, kind, name, to?.Trim(), TimeProvider.System.GetUtcNow()));
        foreach (var decision in decisions)
        {
            if (decision.Problem is { } problem) throw new UsageException(problem);
        }
        return Change(before => Refusal(decisions) is { } refusal ? refusal : EntityDecisions.Add(folder, decisions) is { } problem ? throw new UsageException(problem) : null, decisions, done: "", interrupted);
    }

    public int Undo(string kind, IReadOnlyList<string> names, CancellationToken interrupted)
    {
        CheckKind(kind);
        var undone = new List<EntityDecision>();
        names = Each(names);
        return Change(
            before =>
            {
                if (names.FirstOrDefault(name => before.Of(kind, name) is null) is { } unknown)
                    return $"Nothing was decided about the {kind} '{Clipped(unknown)}' in {folder.PathOf(EntityDecisions.FileName)}; nothing was changed. {Others(before, kind, unknown)}";
                undone.AddRange(names.Select(name => EntityDecisions.Remove(folder, kind, name)!));
                return null;
            },
            undone,
            done: "  undone",
            interrupted);
    }

    public int Apply(CancellationToken interrupted) => Change(_ => null, null, done: "", interrupted);

    public int List(string? kind)
    {
        if (kind is not null) CheckKind(kind);
        return Report([.. Load().All.Where(decision => kind is null || decision.Kind == kind)], done: "", moved: 0);
    }

    /// <summary>The names given, each once.</summary>
    private static List<string> Each(IReadOnlyList<string> names) =>
        names.Any(string.IsNullOrWhiteSpace) ? throw new UsageException("NAME is empty.") : [.. names.Select(name => name.Trim()).Distinct(StringComparer.Ordinal)];

    private static void CheckKind(string kind)
    {
        if (!EntityDecision.Kinds.Contains(kind)) throw new UsageException($"'{kind}' is no kind of names; there are {string.Join(", ", EntityDecision.Kinds)}.");
    }

    /// <param name="edit">Edits the file; returns why it did not.</param>
    /// <param name="decisions">Those to report; null for all.</param>
    /// <param name="done">What is said behind each.</param>
    /// <param name="interrupted">Stops before the index is changed.</param>
    private int Change(Func<EntityDecisions, string?> edit, IReadOnlyList<EntityDecision>? decisions, string done, CancellationToken interrupted)
    {
        if (!ArticleArchive.Exists(index)) ArticleArchive.Open(index).Dispose(); // raises what says how to make one
        using var writer = ArticleArchive.OpenWriter(index, Holder.Of("entity"));
        if (edit(EntityDecisions.Load(folder, _ => { })) is { } refusal) return terminal.Report(MarkedText.Plain(refusal), ExitCode.RefusedByCheck);
        var (before, after) = (writer.Entities, Load());
        writer.Entities = after.ToChoices();
        var moved = writer.Entities.MovedSince(before).GroupBy(name => name.Facet, name => name.Name, StringComparer.Ordinal)
            .Sum(facet => writer.AddAgain(new SearchRequest().With(facet.Key, new FacetChoice([.. facet], [])), interrupted));
        writer.Commit();
        return Report(decisions ?? [.. after.All], done, moved);
    }

    /// <summary>Why names cannot be decided about: the archive has no such name, or has one that it should not have.</summary>
    private string? Refusal(List<EntityDecision> decisions)
    {
        using var archive = ArticleArchive.Open(index);
        var known = Load();
        foreach (var decision in decisions)
        {
            if (Count(archive, decision.Kind, decision.Name) == 0 && known.Of(decision.Kind, decision.Name) is null) return Unknown(archive, decision.Kind, decision.Name);
        }
        if (decisions[0] is { Does: EntityDecision.Merge } merge && Count(archive, merge.Kind, merge.To!) == 0) return Unknown(archive, merge.Kind, merge.To!);
        return decisions[0] is { Does: EntityDecision.Rename } rename && Count(archive, rename.Kind, rename.To!) > 0
            ? $"There is a {rename.Kind} '{rename.To}' already; nothing was changed. To make them one: newssearch entity merge {rename.Kind} '{rename.Name}' --into '{rename.To}'"
            : null;
    }

    private static string Others(EntityDecisions decisions, string kind, string shown)
    {
        var names = decisions.All.Where(decision => decision.Kind == kind && decision.To == shown).Select(decision => $"'{decision.Name}'").ToList();
        return names.Count == 0 ? "See: newssearch entity list" : $"Shown as it are {string.Join(", ", names)}.";
    }

    private static string Unknown(IArticleArchive archive, string kind, string name)
    {
        name = Clipped(name);
        var alike = name.Split(' ').Append(name).Reverse().Select(words => archive.Complete(words, Offered)[kind]).FirstOrDefault(found => found.Count > 0);
        return $"The archive shows no {kind} '{name}'; nothing was changed. "
            + (alike is null ? $"Its names can be looked through on the site, or with: newssearch search '{kind}:{name.Split(' ')[0]}' --facets" : $"It has: {string.Join("; ", alike.Select(one => one.Value))}.");
    }

    /// <summary>What is said about a name that is none shall not fill the screen.</summary>
    private static string Clipped(string name) => name.Length > MostShown ? name[..MostShown] + '…' : name;

    private static long Count(IArticleArchive archive, string kind, string name) =>
        archive.Search(new SearchRequest { CountFacets = [], Size = 1 }.With(kind, new FacetChoice([name], []))).Total;

    private EntityDecisions Load()
    {
        _problems.Clear();
        return EntityDecisions.Load(folder, _problems.Add);
    }

    private int Report(IReadOnlyList<EntityDecision> decisions, string done, long moved)
    {
        foreach (var problem in _problems) terminal.Error.WriteLine(MarkedText.Plain(problem.ToString()));
        if (asJson) JsonOutput.Write(terminal, json => WriteJson(decisions, moved, json));
        else foreach (var decision in decisions) terminal.Out.WriteLine(MarkedText.Plain(InWords(decision) + done));
        if (!asJson && decisions.Count == 0) terminal.Out.WriteLine("Nothing was decided about names.");
        if (moved > 0) terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moved:N0} {(moved == 1 ? "article was" : "articles were")} laid out anew."));
        return _problems.Count == 0 ? ExitCode.Done : ExitCode.SomeRejected;
    }

    private static string InWords(EntityDecision decision) =>
        $"{decision.Kind}: {decision.Name}" + decision.Does switch
        {
            EntityDecision.Hide => " is hidden",
            EntityDecision.Retype => $" is a name of the kind {decision.To}",
            _ => $" is shown as {decision.To}",
        };

    private void WriteJson(IReadOnlyList<EntityDecision> decisions, long moved, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("decisions");
        foreach (var decision in decisions) decision.Write(json);
        json.WriteEndArray();
        json.WriteNumber("moved", moved);
        CurationOutput.Write(_problems, json);
        json.WriteEndObject();
    }
}
