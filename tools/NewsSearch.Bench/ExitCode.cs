namespace NewsSearch.Bench;

/// <summary>What a script can rely on; the same numbers as those of newssearch.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int WrongUsage = 2;

    /// <summary>An answer differs from the expected one, or a figure is below what it must reach; the figures are printed all the same.</summary>
    public const int WrongAnswers = 4;

    /// <summary>A file cannot be read or written, or a peer failed.</summary>
    public const int Trouble = 74;

    /// <summary>Stopped by Ctrl-C or a termination signal (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
