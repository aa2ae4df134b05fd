using System.Globalization;

namespace NewsSearch.Cli.Commands;

/// <summary>Who holds the writer's lock, in words that help to find the process.</summary>
internal static class Holder
{
    public static string Of(string command) => string.Create(CultureInfo.InvariantCulture, $"newssearch {command}, process {Environment.ProcessId}");
}
