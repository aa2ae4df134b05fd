using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsSearch.Bench.Comparing;

/// <summary>A program run to its end -> its output and what it cost. Linux only; one at a time.</summary>
/// <remarks>
/// CPU is that of the program and all that it waited for. Memory is that of the program itself, read while it runs: the peak of
/// resident memory is kept by the system (VmHWM), so that only its last <see cref="SampleMilliseconds"/> can be missed; anonymous
/// memory, which no file backs, is the largest of the samples.
/// </remarks>
internal sealed record MeasuredRun(IReadOnlyList<string> Output, double CpuSeconds, long PeakBytes, long PeakAnonymousBytes)
{
    private const int SampleMilliseconds = 20;
    private const int ShownErrorLines = 5;
    private const int ChildrenOfThisProcess = -1;
    private const int UsageWords = 18;

    /// <summary>Guarantees: a run that cannot start or ends with another code than 0 is a <see cref="BenchException"/> that names the engine.</summary>
    public static async Task<MeasuredRun> OfAsync(string engine, ProcessStartInfo start, CancellationToken stopped)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        var before = CpuOfChildren();
        using var process = Start(engine, start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        long peak = 0, anonymous = 0;
        while (!process.WaitForExit(SampleMilliseconds))
        {
            if (stopped.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                stopped.ThrowIfCancellationRequested();
            }

            Sample(process.Id, ref peak, ref anonymous);
        }

        stopped.ThrowIfCancellationRequested(); // Ctrl-C ends the child too, which is no failure of it
        var cpu = CpuOfChildren() - before;
        var lines = (await output.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var complaint = (await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (process.ExitCode == 0) return new MeasuredRun(lines, cpu, peak, anonymous);
        throw new BenchException($"{engine} ended with code {process.ExitCode}: {start.FileName} {string.Join(' ', start.ArgumentList)}\n{string.Join('\n', complaint.TakeLast(ShownErrorLines).Select(line => "  " + Text.Cut(line)))}");
    }

    private static Process Start(string engine, ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new BenchException($"{engine} cannot be started: {missing.Message}");
        }
    }

    private static void Sample(int process, ref long peak, ref long anonymous)
    {
        try
        {
            foreach (var line in File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal)) peak = Math.Max(peak, Bytes(line));
                else if (line.StartsWith("RssAnon:", StringComparison.Ordinal)) anonymous = Math.Max(anonymous, Bytes(line));
            }
        }
        catch (IOException)
        {
            // It has just ended.
        }

        static long Bytes(string line) => 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds that ended children used, in user and system mode. Its record begins with two pairs (seconds, microseconds).</summary>
    private static double CpuOfChildren()
    {
        var usage = new long[UsageWords];
        if (GetUsage(ChildrenOfThisProcess, usage) != 0) throw new BenchException("The system does not tell the CPU time of child processes.");
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
