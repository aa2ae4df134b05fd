using System.CommandLine;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands.Entities;

/// <summary><c>newssearch entity</c>: decides how people, organisations and places are called, and lists and undoes such decisions.</summary>
internal static class EntityCommand
{
    private const string Form = """Prints {"decisions":[{"do":…,"kind":…,"name":…,"to":…,"made":…}],"moved":N,"problems":[{"file":…,"line":N,"reason":…}]}: those made, undone or listed; moved: articles that were laid out anew.""";

    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("entity", $"Decides how people, organisations and places are shown, at once and at every rebuild: two names of one become one, a wrong name is put right or hidden, a name moves to its kind. Decisions are kept in {EntityDecisions.FileName} of the curation folder; articles keep the names as they were found, so each can be undone. Without a subcommand it lists them.",
            "newssearch entity merge person 'Dmitri Peskov' --into 'Dmitry Peskov'",
            "newssearch entity rename org 'Korean Central News' --to 'Korean Central News Agency'",
            "newssearch entity hide person 'He'",
            "newssearch entity retype person 'Kremlin' --to org",
            "newssearch entity list",
            "newssearch entity undo person 'He'");
        var into = new Option<string>("--into") { Description = "The name under which they are shown, as the archive has it.", HelpName = "NAME", Required = true };
        var form = new Option<string>("--to") { Description = "The name that is shown instead.", HelpName = "NAME", Required = true };
        var kind = new Option<string>("--to") { Description = $"What it is: {string.Join(", ", EntityDecision.Kinds)}.", HelpName = "KIND", Required = true };
        command.Add(Decide(EntityDecision.Merge, "Shows names as another name of the same, which the archive has.", "newssearch entity merge place Kiev 'Kiev, Ukraine' --into Kyiv", into, terminal));
        command.Add(Decide(EntityDecision.Rename, "Shows a name in another form.", "newssearch entity rename person 'Kim Jong-Un' --to 'Kim Jong Un'", form, terminal));
        command.Add(Decide(EntityDecision.Hide, "Shows names nowhere: in no facet, on no page.", "newssearch entity hide person He Monday", to: null, terminal));
        command.Add(Decide(EntityDecision.Retype, "Moves names to another kind. The articles that have them are laid out anew, which takes as long as adding them.", "newssearch entity retype person Kremlin --to org", kind, terminal));
        command.Add(Undo(terminal));
        command.Add(List(terminal));
        command.Add(Apply(terminal));
        var archive = new ArchiveOptions(Form);
        archive.AddTo(command);
        command.SetAction((parse, _) => Task.FromResult(Run(archive, parse, terminal).List(null)));
        return command;
    }

    private static ExplainedCommand Decide(string does, string summary, string example, Option<string>? to, Terminal terminal)
    {
        var command = new ExplainedCommand(does, summary, example);
        var (kind, names) = (Kind(), Names());
        var archive = new ArchiveOptions(Form);
        command.Add(kind);
        command.Add(names);
        if (to is not null) command.Add(to);
        archive.AddTo(command);
        command.SetAction((parse, interrupted) => Task.FromResult(
            Run(archive, parse, terminal).Decide(does, parse.GetRequiredValue(kind), parse.GetRequiredValue(names), to is null ? null : parse.GetRequiredValue(to), interrupted)));
        return command;
    }

    private static ExplainedCommand Undo(Terminal terminal)
    {
        var command = new ExplainedCommand("undo", "Takes back what was decided about names.", "newssearch entity undo person 'Dmitri Peskov'");
        var (kind, names) = (Kind(), Names());
        var archive = new ArchiveOptions(Form);
        command.Add(kind);
        command.Add(names);
        archive.AddTo(command);
        command.SetAction((parse, interrupted) => Task.FromResult(Run(archive, parse, terminal).Undo(parse.GetRequiredValue(kind), parse.GetRequiredValue(names), interrupted)));
        return command;
    }

    private static ExplainedCommand List(Terminal terminal)
    {
        var command = new ExplainedCommand("list", "Lists what was decided, of all kinds or of one.", "newssearch entity list", "newssearch entity list person --json");
        var kind = new Argument<string?>("KIND") { Description = $"One of {string.Join(", ", EntityDecision.Kinds)}.", Arity = ArgumentArity.ZeroOrOne };
        var archive = new ArchiveOptions(Form);
        command.Add(kind);
        archive.AddTo(command);
        command.SetAction((parse, _) => Task.FromResult(Run(archive, parse, terminal).List(parse.GetValue(kind))));
        return command;
    }

    private static ExplainedCommand Apply(Terminal terminal)
    {
        var command = new ExplainedCommand("apply", "Makes the decisions hold after their file was edited by hand.", "newssearch entity apply");
        var archive = new ArchiveOptions(Form);
        archive.AddTo(command);
        command.SetAction((parse, interrupted) => Task.FromResult(Run(archive, parse, terminal).Apply(interrupted)));
        return command;
    }

    private static Argument<string> Kind() => new("KIND") { Description = $"What it is in the archive: {string.Join(", ", EntityDecision.Kinds)}." };

    private static Argument<string[]> Names() => new("NAME") { Description = "The name, as the archive shows it; may repeat.", Arity = ArgumentArity.OneOrMore };

    private static EntityRun Run(ArchiveOptions archive, ParseResult parse, Terminal terminal)
    {
        var (index, curation, asJson) = archive.Read(parse);
        return new EntityRun(index, curation, terminal, asJson);
    }
}
