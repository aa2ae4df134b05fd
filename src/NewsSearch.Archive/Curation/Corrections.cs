namespace NewsSearch.Archive.Curation;

/// <summary>The corrections of an archive: article and field -> value, kept in one file of the curation folder, a line each.</summary>
/// <remarks>
/// They are applied to every article that is added, so they outlast rebuilds. What a correction overrules is kept with the article
/// (<see cref="Article.Overruled"/>), so that undoing it needs no source.
/// </remarks>
public sealed class Corrections
{
    /// <summary>The file: one JSON object a line, the last line about a field of an article holds.</summary>
    public const string FileName = "corrections.jsonl";

    /// <summary>The rule of a corrected field.</summary>
    public const string Rule = "correction";

    /// <summary>Other words for fields, the same as in searches.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["date"] = "published",
        ["lang"] = "language",
        ["author"] = "authors",
        ["agency"] = "agencies",
    };

    private readonly Dictionary<string, SortedDictionary<string, Correction>> _byId = new(StringComparer.Ordinal);

    private Corrections(IEnumerable<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            if (!_byId.TryGetValue(correction.Id, out var fields)) _byId[correction.Id] = fields = new(StringComparer.Ordinal);
            fields[correction.Field] = correction;
        }
    }

    /// <summary>None.</summary>
    public static Corrections None { get; } = new([]);

    /// <summary>The fields that can be corrected.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. CorrectedField.All.Keys];

    /// <summary>All of them, by article and field.</summary>
    public IReadOnlyList<Correction> All => [.. _byId.OrderBy(article => article.Key, StringComparer.Ordinal).SelectMany(article => article.Value.Values)];

    /// <summary>The field's name for any word for it; null where the word stands for none.</summary>
    public static string? NameOf(string field) =>
        OtherNames.GetValueOrDefault(field, field) is var name && CorrectedField.All.ContainsKey(name) ? name : null;

    /// <summary>What is wrong with a correction, as a sentence; null where it can be made.</summary>
    public static string? Check(string field, string value, TimeProvider clock) =>
        NameOf(field) is not { } name ? $"There is no field '{field}' to correct; there are {string.Join(", ", Fields)}."
        : CorrectedField.All[name].Check(value, clock) is { } problem ? $"{name}: {problem}"
        : null;

    /// <summary>Reads the file. A line that makes no sense is reported and has no effect.</summary>
    public static Corrections Load(CurationFolder folder, TimeProvider clock, Action<CurationProblem> report)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(report);
        var corrections = new List<Correction>();
        foreach (var line in folder.Read(FileName))
        {
            if (Correction.Parse(line.Text, clock, out var problem) is { } correction) corrections.Add(correction);
            else report(line.Problem(problem!));
        }
        return new Corrections(corrections);
    }

    /// <summary>Adds corrections to the file, in place of earlier ones of the same fields. Other lines stay as they are, comments too.</summary>
    public static void Add(CurationFolder folder, IReadOnlyList<Correction> corrections, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(corrections);
        folder.Write(FileName, folder.AllLines(FileName)
            .Where(line => Correction.Parse(line, clock, out _) is not { } old || !corrections.Any(one => one.Id == old.Id && one.Field == old.Field))
            .Concat(corrections.Select(correction => correction.ToLine())).ToList());
    }

    /// <summary>Takes corrections of an article out of the file; of these fields, or of all where none is named. Returns them.</summary>
    public static IReadOnlyList<Correction> Remove(CurationFolder folder, string id, IReadOnlyCollection<string> fields, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var removed = new List<Correction>();
        var left = new List<string>();
        foreach (var line in folder.AllLines(FileName))
        {
            if (Correction.Parse(line, clock, out _) is { } old && old.Id == id && (fields.Count == 0 || fields.Contains(old.Field))) removed.Add(old);
            else left.Add(line);
        }
        if (removed.Count > 0) folder.Write(FileName, left);
        return removed;
    }

    /// <summary>An article that comes in, with its corrections made. One that none of them concerns stays as it is, with those that another archive made.</summary>
    /// <param name="article">The article.</param>
    /// <param name="formerId">The id under which its corrections were made before it took its own; null where it has the same.</param>
    public Article Receive(Article article, string? formerId = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _byId.ContainsKey(article.Id) || (formerId is not null && _byId.ContainsKey(formerId)) ? Apply(article) : article;
    }

    /// <summary>An article of this archive with its corrections made, and with those undone that it has and that are no longer there.</summary>
    public Article Apply(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var applied = Restored(article);
        foreach (var (name, correction) in _byId.GetValueOrDefault(article.Id, []))
        {
            var field = CorrectedField.All[name];
            var overruled = new OverruledField(name, field.Read(applied), applied.ReasonFor(name));
            applied = field.Set(applied, correction.Value).WithReason(name, Rule) with { Overruled = [.. applied.Overruled, overruled] };
        }
        return applied;
    }

    /// <summary>The article as it would be without corrections.</summary>
    private static Article Restored(Article article)
    {
        var restored = article with { Overruled = [] };
        foreach (var overruled in article.Overruled.Reverse())
        {
            if (CorrectedField.All.TryGetValue(overruled.Field, out var field)) restored = field.Set(restored, overruled.Value).WithReason(overruled.Field, overruled.Rule);
        }
        return restored;
    }
}
