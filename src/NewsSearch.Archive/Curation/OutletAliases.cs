namespace NewsSearch.Archive.Curation;

/// <summary>The outlet aliases of an archive: name in the articles -> name shown instead, a line each: <c>The Harbour = Harbour Gazette</c>.</summary>
/// <remarks>
/// They rename what is shown and touch no article, so adding or removing one holds at once for the whole archive. Names are
/// compared as they are written.
/// </remarks>
public sealed class OutletAliases
{
    /// <summary>The file, in the curation folder.</summary>
    public const string FileName = "outlets.txt";

    private readonly Dictionary<string, string> _shown;

    private OutletAliases(Dictionary<string, string> shown) => _shown = shown;

    /// <summary>None.</summary>
    public static OutletAliases None { get; } = new([]);

    /// <summary>Name in the articles -> name shown; of chains the end.</summary>
    public IReadOnlyDictionary<string, string> Shown => _shown;

    /// <summary>Reads the file. A line that makes no sense is reported and has no effect.</summary>
    public static OutletAliases Load(CurationFolder folder, Action<CurationProblem> report)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(report);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in folder.Read(FileName))
        {
            if (Problem(line.Text, shown, out var alias, out var name) is { } problem) report(line.Problem(problem));
            else shown[alias] = name;
        }
        return new OutletAliases(shown.Keys.ToDictionary(alias => alias, alias => End(shown, alias), StringComparer.Ordinal));
    }

    /// <summary>Adds an alias to the file, in place of an earlier one of the same name; what is wrong, as a sentence, where it makes no sense.</summary>
    public static string? Add(CurationFolder folder, string line)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(line);
        if (Problem(line, [], out var alias, out var name) is { } senseless) return senseless;
        var others = Load(folder, _ => { })._shown.Where(other => other.Key != alias).ToDictionary(StringComparer.Ordinal);
        if (Problem(line, others, out _, out _) is { } problem) return problem;
        folder.Write(FileName, folder.AllLines(FileName).Where(old => !IsAbout(old, alias)).Append($"{alias} = {name}").ToList());
        return null;
    }

    /// <summary>Takes an alias out of the file; false where there is none.</summary>
    public static bool Remove(CurationFolder folder, string alias)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(alias);
        var lines = folder.AllLines(FileName);
        var left = lines.Where(line => !IsAbout(line, alias.Trim())).ToList();
        if (left.Count < lines.Count) folder.Write(FileName, left);
        return left.Count < lines.Count;
    }

    private static bool IsAbout(string line, string alias) => Problem(line.Trim(), [], out var other, out _) is null && other == alias && line.TrimStart()[0] != '#';

    private static string? Problem(string line, Dictionary<string, string> earlier, out string alias, out string name)
    {
        var parts = line.Split('=', StringSplitOptions.TrimEntries);
        (alias, name) = parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
        if (parts.Length != 2) return $"'{line}' is no alias: write NAME IN THE ARTICLES = NAME SHOWN.";
        if (alias.Length == 0 || name.Length == 0) return $"'{line}' lacks a name on one side of the equals sign.";
        if (earlier.TryGetValue(alias, out var other)) return $"'{alias}' is an alias of '{other}' already.";
        return alias != name && End(earlier, name) == alias ? $"'{alias}' and '{name}' would be aliases of each other." : null;
    }

    private static string End(Dictionary<string, string> shown, string name)
    {
        while (shown.TryGetValue(name, out var next) && next != name) name = next;
        return name;
    }
}
