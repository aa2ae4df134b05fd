namespace NewsSearch.Engine.Tests.Segments;

/// <summary>A test that looks into /proc or needs calls of Unix.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "needs Linux";
}
