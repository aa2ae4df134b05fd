using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch rules</c>: what cleaning removes, and what of it is switched off.</summary>
internal static class RulesCommand
{
    private const int LongestRemark = 80;

    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("rules", "Lists the rules by which cleaning removes text that is no part of an article: built-in ones, and the boilerplate of outlets that the last rebuild learned.",
            "newssearch rules",
            "newssearch rules off learned:0123456789");
        var archive = new ArchiveOptions("""Prints {"builtIn":[{"rule":…,"summary":…,"on":…}],"learned":[{"rule":…,"outlet":…,"text":…,"articles":N,"since":…,"on":…}],"unknown":[…]}.""");
        archive.AddTo(command);
        command.Add(Switch("off", "Switches a rule off: from the next rebuild on, and for articles added from now on, it removes nothing.", isOff: true, terminal));
        command.Add(Switch("on", "Switches a rule on again.", isOff: false, terminal));
        command.SetAction((parse, _) =>
        {
            var (index, curation, asJson) = archive.Read(parse);
            var off = RulesOff.Read(curation);
            var learned = Learned(index);
            if (asJson) JsonOutput.Write(terminal, writer => RuleList.Write(learned, off, writer));
            else RuleList.Write(learned, off, terminal.Out);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static ExplainedCommand Switch(string name, string summary, bool isOff, Terminal terminal)
    {
        var command = new ExplainedCommand(name, summary, $"newssearch rules {name} agency-credit");
        var rule = new Argument<string>("ID") { Description = "The rule's name, as the list has it." };
        var archive = new ArchiveOptions();
        command.Add(rule);
        archive.AddTo(command);
        command.SetAction((parse, _) =>
        {
            var (index, curation, _) = archive.Read(parse);
            return Task.FromResult(Switch(parse.GetRequiredValue(rule), isOff, index, curation, terminal));
        });
        return command;
    }

    private static int Switch(string rule, bool isOff, string index, CurationFolder curation, Terminal terminal)
    {
        using var writer = ArticleArchive.Exists(index) ? ArticleArchive.OpenWriter(index, Holder.Of("rules")) : null; // for its lock alone
        var learned = (writer?.Learned.Boilerplate ?? []).FirstOrDefault(passage => passage.Rule == rule);
        var isKnown = learned is not null || BuiltInRule.All.Any(builtIn => builtIn.Name == rule);
        if (!isKnown && !RulesOff.Read(curation).Contains(rule)) return terminal.Report($"There is no rule '{rule}'. See: newssearch rules", ExitCode.SomeRejected);
        var isNew = RulesOff.Switch(curation, rule, isOff, learned is null ? "" : Remark(learned));
        terminal.Out.WriteLine(isNew
            ? $"{rule} is {(isOff ? "off" : "on")} for articles added from now on; a rebuild applies it to all."
            : $"{rule} was {(isOff ? "off" : "on")} already.");
        return ExitCode.Done;
    }

    private static string Remark(RepeatedPassage learned) =>
        $"{learned.Outlet}: {(learned.Text.Length > LongestRemark ? learned.Text[..LongestRemark] + "…" : learned.Text)}";

    /// <summary>Without an index there are the built-in rules alone.</summary>
    private static IReadOnlyList<RepeatedPassage> Learned(string index)
    {
        if (!ArticleArchive.Exists(index)) return [];
        using var archive = ArticleArchive.Open(index);
        return archive.Boilerplate();
    }
}
