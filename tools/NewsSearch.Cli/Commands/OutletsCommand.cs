using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch outlets</c>: lists the outlets with the names that each goes by, and makes two names one.</summary>
internal static class OutletsCommand
{
    /// <summary>Taste: somebody who edited the file looks at the page next.</summary>
    private static readonly TimeSpan LookedForEvery = TimeSpan.FromSeconds(2);

    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("outlets", $"Lists the outlets of the archive. An alias shows one name as another, in all articles at once and at every rebuild; aliases are kept in {OutletAliases.FileName} of the curation folder, which may be edited by hand.",
            "newssearch outlets",
            "newssearch outlets --alias 'The Harbour = Harbour Gazette'",
            "newssearch outlets --unalias 'The Harbour'",
            "newssearch outlets --apply");
        var alias = new Option<string[]>("--alias") { Description = "Shows the outlet on the left under the name on the right; may repeat.", HelpName = "NAME = SHOWN" };
        var unalias = new Option<string[]>("--unalias") { Description = "Shows this name as it is again; may repeat.", HelpName = "NAME" };
        var apply = new Option<bool>("--apply") { Description = "Applies the aliases to the live index, after the file was edited by hand." };
        var archive = new ArchiveOptions("""Prints {"outlets":[{"value":…,"count":N,"names":[…]}],"problems":[{"file":…,"line":N,"reason":…}]}; names: those in the articles.""");
        command.Add(alias);
        command.Add(unalias);
        command.Add(apply);
        archive.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            var (index, curation, asJson) = archive.Read(parse);
            var run = new Run(index, curation, terminal, interrupted);
            var (added, removed) = (parse.GetValue(alias) ?? [], parse.GetValue(unalias) ?? []);
            if (added.Length > 0 || removed.Length > 0 || parse.GetValue(apply)) run.Change(added, removed);
            return Task.FromResult(run.List(asJson));
        });
        return command;
    }

    /// <summary>Applies aliases that were edited since the last commit, and from then on whenever they are edited, until it is stopped.</summary>
    /// <remarks>While another writer is at work they wait, and it is said once.</remarks>
    public static async Task ApplyEditsAsync(string index, CurationFolder curation, Terminal terminal, CancellationToken stopped)
    {
        var file = curation.PathOf(OutletAliases.FileName);
        using var timer = new PeriodicTimer(LookedForEvery);
        DateTime? seen = null;
        bool waits = false, isTold = false;
        do
        {
            try
            {
                var edited = File.GetLastWriteTimeUtc(file);
                waits |= edited != seen && IsEdited(index, curation);
                seen = edited;
                if (waits) new Run(index, curation, terminal, CancellationToken.None).Change([], []);
                waits = isTold = false;
            }
            catch (Exception problem) when (problem is ArchiveException or IOException or UnauthorizedAccessException)
            {
                if (!isTold) terminal.Error.WriteLine($"The outlet aliases in {file} are not applied yet: {problem.Message}");
                isTold = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stopped).ConfigureAwait(false));
    }

    private static bool IsEdited(string index, CurationFolder curation)
    {
        using var archive = ArticleArchive.Open(index);
        var file = curation.PathOf(OutletAliases.FileName);
        return File.Exists(file) && File.GetLastWriteTimeUtc(file) > archive.Stats().Committed.UtcDateTime;
    }

    /// <summary>One call of the command.</summary>
    private sealed class Run(string index, CurationFolder curation, Terminal terminal, CancellationToken interrupted)
    {
        public void Change(string[] added, string[] removed)
        {
            if (!ArticleArchive.Exists(index)) ArticleArchive.Open(index).Dispose(); // raises what says how to make one
            using var writer = ArticleArchive.OpenWriter(index, Holder.Of("outlets"));
            var before = curation.AllLines(OutletAliases.FileName);
            if (Edited(added, removed) is { } problem)
            {
                if (before.Count > 0) curation.Write(OutletAliases.FileName, before);
                throw new UsageException(problem);
            }
            writer.OutletAliases = OutletAliases.Load(curation, _ => { }).Shown;
            writer.Commit();
        }

        private string? Edited(string[] added, string[] removed)
        {
            foreach (var line in added)
            {
                if (OutletAliases.Add(curation, line) is { } problem) return "--alias: " + problem;
            }
            return removed.FirstOrDefault(name => !OutletAliases.Remove(curation, name)) is { } name
                ? $"--unalias: there is no alias '{name}' in {curation.PathOf(OutletAliases.FileName)}."
                : null;
        }

        public int List(bool asJson)
        {
            var problems = new List<CurationProblem>();
            var aliases = OutletAliases.Load(curation, problems.Add);
            using var archive = ArticleArchive.Open(index);
            var outlets = archive.Values("outlet", interrupted);
            if (asJson) JsonOutput.Write(terminal, json => WriteJson(outlets, problems, json));
            else foreach (var outlet in outlets) terminal.Out.WriteLine(MarkedText.Plain(InWords(outlet)));
            foreach (var problem in problems) terminal.Error.WriteLine(MarkedText.Plain(problem.ToString()));
            if (IsEdited(index, curation)) terminal.Error.WriteLine($"{curation.PathOf(OutletAliases.FileName)} was edited since: newssearch outlets --apply makes it hold.");
            var names = outlets.SelectMany(outlet => outlet.Names).ToHashSet(StringComparer.Ordinal);
            foreach (var (alias, shown) in aliases.Shown.Where(alias => !names.Contains(alias.Key) && alias.Key != alias.Value))
                terminal.Error.WriteLine(MarkedText.Plain($"No article is of an outlet '{alias}', which is to be shown as '{shown}'."));
            return problems.Count == 0 ? ExitCode.Done : ExitCode.SomeRejected;
        }

        private static string InWords(ShownValue outlet)
        {
            var others = outlet.Names.Where(name => name != outlet.Value).ToList();
            return string.Create(CultureInfo.InvariantCulture, $"{outlet.Count,9:N0}  {outlet.Value}") + (others.Count == 0 ? "" : $"  (also {string.Join("; ", others)})");
        }

        private static void WriteJson(IReadOnlyList<ShownValue> outlets, List<CurationProblem> problems, Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteStartArray("outlets");
            foreach (var outlet in outlets)
            {
                json.WriteStartObject();
                json.WriteString("value", outlet.Value);
                json.WriteNumber("count", outlet.Count);
                json.WriteStartArray("names");
                foreach (var name in outlet.Names) json.WriteStringValue(name);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            CurationOutput.Write(problems, json);
            json.WriteEndObject();
        }
    }
}
