using System.Diagnostics;
using System.Text;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>What one run of the tool left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>The tool as a process of its own, as its users run it: no terminal, nothing to read.</summary>
internal sealed class NewsSearchProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "newssearch.dll");
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private NewsSearchProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public static Outcome Run(params string[] arguments) => RunIn(Path.GetTempPath(), arguments);

    public static Outcome RunIn(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return process.Wait();
    }

    /// <summary>A line of bash in which <c>newssearch</c> is the tool.</summary>
    public static Outcome RunShell(string line)
    {
        using var process = new NewsSearchProcess(new ProcessStartInfo("bash", ["-c", $"newssearch() {{ dotnet '{Tool}' \"$@\"; }}; {line}"]));
        return process.Wait();
    }

    /// <summary>Starts in a folder; Ctrl-C reaches it even where the tests run in the background of a shell.</summary>
    public static NewsSearchProcess Start(string folder, params string[] arguments)
    {
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Tool, .. arguments])
            : new ProcessStartInfo("dotnet", [Tool, .. arguments]);
        start.WorkingDirectory = folder;
        start.Environment.Remove("NEWSSEARCH_INDEX");
        start.Environment.Remove("NEWSSEARCH_CURATION");
        return new NewsSearchProcess(start);
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until the output so far satisfies the condition, and returns it.</summary>
    public string WaitForOutput(Func<string, bool> isEnough)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            var output = Text(_output);
            if (isEnough(output)) return output;
            if (_process.HasExited) throw new InvalidOperationException($"It ended with {_process.ExitCode}: {Text(_output)}{Text(_errors)}");
            Thread.Sleep(20);
        }
        throw new TimeoutException($"It said only: {Text(_output)}{Text(_errors)}");
    }

    public Outcome Wait()
    {
        if (!_process.WaitForExit(Patience)) throw new TimeoutException($"It still runs, and said: {Text(_output)}{Text(_errors)}");
        _process.WaitForExit(); // until both streams are read to their ends
        return new Outcome(_process.ExitCode, Text(_output), Text(_errors));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Keep(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
