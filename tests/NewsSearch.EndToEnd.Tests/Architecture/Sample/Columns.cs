namespace NewsSearch.EndToEnd.Tests.Architecture.Sample.Columns;

internal sealed record Value(string Text);
