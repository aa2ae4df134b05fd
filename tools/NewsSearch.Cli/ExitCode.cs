namespace NewsSearch.Cli;

/// <summary>What a script can rely on; the page for admins explains each.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, but some articles were rejected or not found; each is listed.</summary>
    public const int SomeRejected = 1;

    public const int WrongUsage = 2;

    /// <summary>The index is missing, locked, damaged or outdated.</summary>
    public const int IndexUnusable = 3;

    /// <summary>A check refused to replace the live index.</summary>
    public const int RefusedByCheck = 4;

    /// <summary>A mistake of the program itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;

    /// <summary>A file or the output cannot be read or written (EX_IOERR).</summary>
    public const int FileTrouble = 74;

    /// <summary>Stopped by Ctrl-C or a termination signal (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
