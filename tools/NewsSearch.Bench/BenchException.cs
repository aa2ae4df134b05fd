namespace NewsSearch.Bench;

/// <summary>The measurement cannot be made; the message is a sentence for the user.</summary>
internal sealed class BenchException(string message) : Exception(message);
