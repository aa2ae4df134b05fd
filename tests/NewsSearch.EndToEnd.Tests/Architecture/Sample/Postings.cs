namespace NewsSearch.EndToEnd.Tests.Architecture.Sample.Postings;

/// <summary>Breaks the order in a signature: folders of one level do not use each other.</summary>
internal sealed record UsesSibling(IReadOnlyList<Columns.Value> Values);
