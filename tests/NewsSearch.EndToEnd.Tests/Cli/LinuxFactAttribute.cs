namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>A test that needs a Unix shell, signals or devices; skipped elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = LinuxOnly.Reason;
}

/// <summary>A theory that needs a Unix shell, signals or devices; skipped elsewhere.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = LinuxOnly.Reason;
}

internal static class LinuxOnly
{
    public static string? Reason => OperatingSystem.IsLinux() ? null : "needs the shell, signals and devices of Linux";
}
