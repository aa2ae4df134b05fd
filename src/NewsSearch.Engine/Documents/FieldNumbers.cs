namespace NewsSearch.Engine.Documents;

/// <summary>What has a name in the schema; readers know it by its number in its list there.</summary>
internal interface INamedField
{
    string Name { get; }
}

/// <summary>Name of a field -> its number in its list of the schema.</summary>
internal static class FieldNumbers
{
    /// <summary>Requires: one of the fields has this name, else <see cref="ArgumentException"/>.</summary>
    public static int NumberOf<TField>(this IReadOnlyList<TField> fields, string name)
        where TField : INamedField
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name == name) return i;
        }

        throw new ArgumentException($"The schema has no '{name}' among its fields of type {typeof(TField).Name}.", nameof(name));
    }
}
