using System.Collections.Frozen;
using System.Text;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Metadata.Outlets;

/// <summary>Hosts and names of well-known outlets -> the name that an outlet is shown under.</summary>
/// <remarks>Made from outlets.txt, which ships with the program. A name that two outlets go by stands for neither.</remarks>
internal sealed class OutletTable
{
    private const string Resource = "outlets.txt";
    private static readonly Lazy<OutletTable> Loaded = new(() => new OutletTable(ReadResource()));

    private readonly FrozenDictionary<string, string> _byHost;
    private readonly FrozenDictionary<string, string> _byKey;

    /// <param name="lines">Name | hosts | other names.</param>
    public OutletTable(IEnumerable<string> lines)
    {
        var outlets = lines.Where(line => line.Length > 0 && line[0] != '#').Select(Parse).ToList();
        _byHost = outlets.SelectMany(outlet => outlet.Hosts, (outlet, host) => (host, outlet.Name)).ToFrozenDictionary(pair => pair.host, pair => pair.Name, StringComparer.Ordinal);
        var names = outlets.Select(outlet => (Key: KeyOf(outlet.Name), outlet.Name)).ToList();
        var own = names.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var others = outlets.SelectMany(outlet => outlet.Others, (outlet, other) => (Key: KeyOf(other), outlet.Name)).Where(pair => !own.Contains(pair.Key));
        _byKey = names.Concat(others).Distinct().GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);
    }

    public static OutletTable Shared => Loaded.Value;

    /// <summary>The outlet at a host or at one that it belongs to (<c>edition.cnn.com</c> to <c>cnn.com</c>); null where none is known.</summary>
    public string? ByHost(string? host)
    {
        for (var rest = host?.ToLowerInvariant(); !string.IsNullOrEmpty(rest);)
        {
            if (_byHost.TryGetValue(rest, out var name)) return name;
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            rest = dot < 0 ? null : rest[(dot + 1)..];
        }
        return null;
    }

    /// <summary>The outlet of a name in any of its writings, or of a host in place of a name; null where none is known.</summary>
    public string? ByName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null
        : _byKey.GetValueOrDefault(KeyOf(name)) is { } known ? known
        : name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) ? ByHost(name.Trim())
        : null;

    /// <summary>What all writings of a name share: letters and digits, folded, without a leading "the".</summary>
    public static string KeyOf(string name)
    {
        var folded = NameKey.Of(name.Replace("&", " and ", StringComparison.Ordinal)).TrimStart();
        if (folded.StartsWith("the ", StringComparison.Ordinal)) folded = folded[4..];
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded.Where(char.IsLetterOrDigit)) key.Append(c);
        return key.Length > 0 ? key.ToString() : folded;
    }

    private static (string Name, string[] Hosts, string[] Others) Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return (parts[0], Words(parts, 1, ' '), Words(parts, 2, ';'));
    }

    private static string[] Words(string[] parts, int at, char separator) =>
        at < parts.Length ? parts[at].Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    private static IEnumerable<string> ReadResource()
    {
        using var stream = typeof(OutletTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
