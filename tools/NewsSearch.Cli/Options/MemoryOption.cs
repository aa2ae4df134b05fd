using System.CommandLine;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Options;

/// <summary>How much memory may be written with, in megabytes.</summary>
internal sealed class MemoryOption
{
    private const int Least = 16;
    private const int BytesPerMegabyte = 1 << 20;

    private readonly Option<int> _memory = new("--memory")
    {
        Description = "Memory to work with, in megabytes. More of it writes large indexes a little faster.",
        HelpName = "MB",
        DefaultValueFactory = _ => (int)(ArticleArchive.DefaultMemoryBytes / BytesPerMegabyte),
    };

    public void AddTo(Command command) => command.Add(_memory);

    /// <summary>In bytes.</summary>
    public long Read(ParseResult parse) => parse.GetValue(_memory) is >= Least and var megabytes
        ? (long)megabytes * BytesPerMegabyte
        : throw new UsageException($"--memory needs at least {Least} megabytes.");
}
