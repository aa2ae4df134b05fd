using System.Text;

namespace NewsSearch.Cli.Output;

/// <summary>Where a command writes: results to standard output, everything about them to standard error.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly Stream _stream;

    private Terminal(Stream stream, bool isLive, bool isColored, bool hasLiveErrors)
    {
        _stream = stream;
        Out = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        IsLive = isLive;
        IsColored = isColored;
        HasLiveErrors = hasLiveErrors;
    }

    /// <summary>Results; buffered, UTF-8.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress, rejections and failures.</summary>
    public TextWriter Error { get; } = Console.Error;

    /// <summary>Whether standard output is a terminal, for people's eyes alone.</summary>
    public bool IsLive { get; }

    /// <summary>Whether standard output shows bold letters.</summary>
    public bool IsColored { get; }

    /// <summary>Whether standard error is a terminal, on which a line can be drawn over.</summary>
    public bool HasLiveErrors { get; }

    public static Terminal Open()
    {
        var isPlain = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var isColorless = isPlain || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(StandardOutput.Open(), !Console.IsOutputRedirected, !Console.IsOutputRedirected && !isColorless, !Console.IsErrorRedirected && !isPlain);
    }

    /// <summary>Standard output as bytes; what was written to <see cref="Out"/> stands before it.</summary>
    public Stream OutBytes()
    {
        Out.Flush();
        return _stream;
    }

    /// <summary>One sentence on the error stream.</summary>
    public int Report(string sentence, int exitCode)
    {
        Error.WriteLine(sentence);
        return exitCode;
    }

    public int ReportUsage(IEnumerable<string> errors, string command)
    {
        foreach (var error in errors) Error.WriteLine(MarkedText.Plain(error));
        return Report($"See: {command} --help", ExitCode.WrongUsage);
    }

    public void Dispose() => _stream.Dispose(); // Out was flushed where the command succeeded
}
