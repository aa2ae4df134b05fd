namespace NewsSearch.EndToEnd.Tests.Architecture.Sample.Search;

internal sealed record Finder(int Count);
