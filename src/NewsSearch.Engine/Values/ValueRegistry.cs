using System.Collections.Concurrent;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Values;

/// <summary>Keyword field -> its global values, under one value map. Shared by all snapshots of a process. Thread-safe.</summary>
internal sealed class ValueRegistry(IndexSchema schema, Lazy<ValueMap> map)
{
    private readonly ConcurrentDictionary<string, GlobalValues> _fields = new(StringComparer.Ordinal);

    public ValueMap Map => map.Value;

    /// <summary>Documents by filter, as the map shows values.</summary>
    public SetCache Sets { get; } = new();

    /// <summary>Number of a keyword field in the schema. Requires: it is one.</summary>
    public int NumberOf(string field) => schema.Keywords.NumberOf(field);

    public GlobalValues Of(string field) => _fields.GetOrAdd(field, name => new GlobalValues(name, map.Value));
}
