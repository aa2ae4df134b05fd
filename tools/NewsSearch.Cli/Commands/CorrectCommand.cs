using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch correct</c>: sets fields of one article, for good; lists and undoes such corrections.</summary>
internal static class CorrectCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("correct", $"Corrects fields of an article, at once and at every rebuild. Fields: {string.Join(", ", Corrections.Fields)}. Several authors or agencies are separated by semicolons; an empty value says that the field is unknown.",
            "newssearch correct ID published=2024-02-20 'outlet=The Example'",
            "newssearch correct ID 'authors=Jane Doe; John Roe' section=",
            "newssearch correct --list",
            "newssearch correct --undo ID outlet");
        var words = new Argument<string[]>("ID FIELD=VALUE")
        {
            Description = "The article's id, as search prints it, then the corrections; after --undo the fields, or none for all of them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var list = new Option<bool>("--list") { Description = "Lists all corrections, or those of one article, instead." };
        var undo = new Option<bool>("--undo") { Description = "Takes corrections of the article back instead." };
        var archive = new ArchiveOptions("""Prints {"corrections":[{"id":…,"field":…,"value":…,"made":…}],"problems":[{"file":…,"line":N,"reason":…}]}: those made, undone or listed.""");
        command.Add(words);
        command.Add(list);
        command.Add(undo);
        archive.AddTo(command);
        command.SetAction((parse, _) =>
        {
            var (index, curation, asJson) = archive.Read(parse);
            var run = new Run(index, curation, parse.GetValue(words) ?? [], terminal, asJson);
            return Task.FromResult((parse.GetValue(list), parse.GetValue(undo)) switch
            {
                (true, true) => throw new UsageException("Either --list or --undo, not both."),
                (true, _) => run.List(),
                (_, true) => run.Undo(),
                _ => run.Correct(),
            });
        });
        return command;
    }

    /// <summary>One call of the command.</summary>
    private sealed class Run(string index, CurationFolder folder, string[] words, Terminal terminal, bool asJson)
    {
        private readonly List<CurationProblem> _problems = [];

        public int Correct()
        {
            if (words.Length < 2) throw new UsageException("Name the article by its id, then at least one FIELD=VALUE.");
            var corrections = words.Skip(1).Select(word => Read(words[0], word)).ToList();
            if (corrections.GroupBy(correction => correction.Field).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new UsageException($"The field {twice.Key} is given twice.");
            return Change(stored =>
            {
                if (stored is null) return terminal.Report($"There is no article with the id '{words[0]}' in {index}; nothing was changed.", ExitCode.RefusedByCheck);
                Corrections.Add(folder, corrections, TimeProvider.System);
                return Report(corrections, "corrected");
            });
        }

        public int Undo()
        {
            if (words.Length == 0) throw new UsageException("Name the article whose corrections to undo by its id.");
            var fields = words.Skip(1).Select(FieldNamed).ToHashSet(StringComparer.Ordinal);
            return Change(stored =>
            {
                var undone = Corrections.Remove(folder, words[0], fields, TimeProvider.System);
                if (undone.Count == 0)
                    return terminal.Report($"There is no correction of {(fields.Count == 0 ? "" : string.Join(", ", fields) + " of ")}'{words[0]}' in {folder.PathOf(Corrections.FileName)}; nothing was changed.", ExitCode.RefusedByCheck);
                if (stored is null) terminal.Error.WriteLine($"There is no article with the id '{words[0]}' in {index} now.");
                return Report(undone, "undone");
            });
        }

        public int List()
        {
            if (words.Length > 1) throw new UsageException("--list takes one id, or none.");
            var corrections = Load().All.Where(correction => words.Length == 0 || correction.Id == words[0]).ToList();
            return Report(corrections, done: null);
        }

        private static Correction Read(string id, string word)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new UsageException($"'{word}' is no correction: write FIELD=VALUE.");
            var (field, value) = (word[..equals].Trim(), word[(equals + 1)..].Trim());
            if (Corrections.Check(field, value, TimeProvider.System) is { } problem) throw new UsageException(problem);
            return new Correction(id, FieldNamed(field), value, TimeProvider.System.GetUtcNow());
        }

        private static string FieldNamed(string word) => Corrections.NameOf(word) ?? throw new UsageException(Corrections.Check(word, "", TimeProvider.System)!);

        /// <summary>Changes the file under the writer's lock, then the article in the live index by what the file says now.</summary>
        private int Change(Func<Article?, int> change)
        {
            if (!ArticleArchive.Exists(index)) ArticleArchive.Open(index).Dispose(); // raises what says how to make one
            using var writer = ArticleArchive.OpenWriter(index, Holder.Of("correct"));
            var stored = writer.Stored(words[0]);
            var exitCode = change(stored);
            if (exitCode == ExitCode.RefusedByCheck || stored is null) return exitCode;
            writer.Add(Load().Apply(stored));
            writer.Commit();
            return exitCode;
        }

        private Corrections Load() => Corrections.Load(folder, TimeProvider.System, _problems.Add);

        private int Report(IReadOnlyList<Correction> corrections, string? done)
        {
            if (_problems.Count == 0) Load();
            var problems = _problems.Distinct().ToList();
            foreach (var problem in problems) terminal.Error.WriteLine(MarkedText.Plain(problem.ToString()));
            if (asJson) JsonOutput.Write(terminal, writer => WriteJson(corrections, problems, writer));
            else foreach (var correction in corrections) terminal.Out.WriteLine(MarkedText.Plain(InWords(correction, done)));
            if (!asJson && corrections.Count == 0) terminal.Out.WriteLine("There are no corrections.");
            return problems.Count == 0 ? ExitCode.Done : ExitCode.SomeRejected;
        }

        private static string InWords(Correction correction, string? done) =>
            $"{correction.Id}  {correction.Field} = {(correction.Value.Length == 0 ? "(unknown)" : correction.Value)}"
            + (done is not null ? $"  {done}" : correction.Made?.ToString("'  ('yyyy-MM-dd')'", CultureInfo.InvariantCulture));

        private static void WriteJson(IReadOnlyList<Correction> corrections, List<CurationProblem> problems, Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteStartArray("corrections");
            foreach (var correction in corrections) correction.Write(json);
            json.WriteEndArray();
            CurationOutput.Write(problems, json);
            json.WriteEndObject();
        }
    }
}
