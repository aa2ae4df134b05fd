namespace NewsSearch.Ingest.Metadata;

/// <summary>Host -> the name of a well-known outlet.</summary>
internal static class KnownOutlets
{
    private static readonly Dictionary<string, string> Names = Read();

    /// <summary>The name for the host or the longest part of it that is known; null where none is.</summary>
    public static string? Name(string? host)
    {
        while (host is not null)
        {
            if (Names.TryGetValue(host, out var name)) return name;
            var dot = host.IndexOf('.', StringComparison.Ordinal);
            host = dot < 0 ? null : host[(dot + 1)..];
        }

        return null;
    }

    private static Dictionary<string, string> Read()
    {
        using var lines = new StreamReader(typeof(KnownOutlets).Assembly.GetManifestResourceStream("outlets.txt")!);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var hosts]) continue;
            foreach (var host in hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries)) names.TryAdd(host, name);
        }

        return names;
    }
}
