namespace NewsSearch.EndToEnd.Tests.Architecture.Sample.Segments;

/// <summary>Keeps the order.</summary>
internal sealed record UsesTerms(Terms.Word Word);
