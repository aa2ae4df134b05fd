namespace NewsSearch.Ingest;

/// <summary>What the caller says about columns of tables and fields of JSON that do not explain themselves: our field -> their names.</summary>
public sealed class FieldMap
{
    private readonly Dictionary<string, List<string>> _columns = new(StringComparer.Ordinal);

    private FieldMap()
    {
    }

    /// <summary>Says nothing.</summary>
    public static FieldMap Empty { get; } = new();

    /// <summary>The fields that can be mapped.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["id", "url", "title", "lead", "body", "outlet", "published", "authors", "section", "language"];

    internal bool IsEmpty => _columns.Count == 0;

    /// <summary>Reads "field=column" pairs; a field may come again, and the first of its columns that holds something counts.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <exception cref="FormatException">A pair is none, or its field does not exist; the message is a sentence.</exception>
    public static FieldMap Parse(IEnumerable<string> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var map = new FieldMap();
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (field, column) = equals < 0 ? (pair.Trim(), "") : (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
            if (column.Length == 0) throw new FormatException($"'{pair}' says nothing: write field=column, as in body=article_text.");
            if (!Fields.Contains(field)) throw new FormatException($"'{field}' is no field of an article; the fields are {string.Join(", ", Fields)}.");
            if (!map._columns.TryGetValue(field, out var columns)) map._columns[field] = columns = [];
            columns.Add(column);
        }
        return map;
    }

    internal IReadOnlyList<string> ColumnsOf(string field) => _columns.TryGetValue(field, out var columns) ? columns : [];
}
