namespace NewsSearch.Engine.Queries;

/// <summary>What stands behind <c>field:</c> in a query.</summary>
public enum FieldRole
{
    /// <summary>Words of a text (<c>title:</c>, <c>said:</c>).</summary>
    Text,

    /// <summary>Values that contain the words (<c>outlet:</c>).</summary>
    Keyword,

    /// <summary>A code, compared whole (<c>lang:</c>).</summary>
    Code,

    /// <summary>A day, month or year, or a range of them (<c>date:</c>).</summary>
    Period,
}

/// <summary>The fields that a query may name, by their names in lower case.</summary>
public sealed record QuerySyntax(IReadOnlyDictionary<string, FieldRole> Fields);
