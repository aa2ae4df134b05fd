using System.Runtime.InteropServices;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>Values as they come -> the most frequent with their counts.</summary>
internal sealed class TopList
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How many different values came.</summary>
    public int Distinct => _counts.Count;

    public void Count(string value) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _)++;

    public IReadOnlyList<KeyValuePair<string, long>> Top(int size) =>
        [.. _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(size)];
}
