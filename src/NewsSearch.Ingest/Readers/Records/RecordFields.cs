using System.Text;

namespace NewsSearch.Ingest.Readers.Records;

/// <summary>One record of a table or of JSON: names -> what they hold. Names are told apart by letters and digits alone, without case.</summary>
/// <remarks>What programs write for nothing ("None", "null", "NaN") counts as nothing.</remarks>
internal sealed class RecordFields
{
    private static readonly string[] Nothing = ["None", "null", "NULL", "NaN", "nan", "NaT", "N/A", "[]"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) || c == '.') key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }

    /// <param name="key">The name, through <see cref="KeyOf"/>.</param>
    /// <param name="value">What it holds.</param>
    public void Add(string key, string value)
    {
        if (string.IsNullOrWhiteSpace(value) || Array.IndexOf(Nothing, value) >= 0) return;
        if (_values.TryGetValue(key, out var values)) values.Add(value);
        else _values[key] = [value];
    }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>What the first of these names holds that holds something.</summary>
    public IReadOnlyList<string> Values(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var values)) return values;
        }
        return [];
    }
}
