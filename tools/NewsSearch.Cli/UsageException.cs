namespace NewsSearch.Cli;

/// <summary>What was asked for cannot be done as written; the message is a sentence for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
