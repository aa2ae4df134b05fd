using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Headers;

/// <summary>The lines "Name: value" that web archives, HTTP and mail begin with. Names are told apart without case.</summary>
internal sealed class HeaderFields
{
    /// <summary>A longer head is none; taste.</summary>
    public const int MaxByteLength = 1 << 18;

    private readonly List<(string Name, string Value)> _fields = [];

    /// <param name="lines">The lines without the empty one that ends them; a line that begins with white space continues the one before.</param>
    public HeaderFields(ReadOnlySpan<byte> lines)
    {
        foreach (var line in TextDecoder.Decode(lines).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && _fields.Count > 0) _fields[^1] = (_fields[^1].Name, _fields[^1].Value + " " + line.Trim());
            else if (colon > 0) _fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }

    /// <summary>The first value of the name; null where there is none.</summary>
    public string? this[string name] => _fields.Find(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Length of a head with the empty line that ends it; -1 where the line has not come yet.</summary>
    public static int EndOf(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var feed = bytes[at..].IndexOf((byte)'\n');
            if (feed < 0) return -1;
            if (feed == 0 || (feed == 1 && bytes[at] == '\r')) return at + feed + 1;
            at += feed + 1;
        }
        return -1;
    }
}
