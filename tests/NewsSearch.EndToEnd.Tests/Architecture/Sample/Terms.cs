namespace NewsSearch.EndToEnd.Tests.Architecture.Sample.Terms;

internal sealed record Word(string Text);
