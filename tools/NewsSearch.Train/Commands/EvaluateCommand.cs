using System.CommandLine;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Train.Entities.Annotated;

namespace NewsSearch.Train.Commands;

/// <summary><c>evaluate</c>: annotated texts that the tagger never learned from -> precision, recall and F1 of exact names, and its speed.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var source = new Option<string>("--ner") { Description = "The folder with train/voa.dev.bio.gz and train/wikigold.bio.gz.", HelpName = "DIR", DefaultValueFactory = _ => "../shared/ner" };
        var world = new Option<string>("--world") { Description = "The folder with the world newspapers' docs.jsonl.gz and entities.jsonl.gz.", HelpName = "DIR", DefaultValueFactory = _ => "../shared/data/en-worldwide-newswire" };
        var command = new Command("evaluate", "Measures the name tagger that ships with the program.") { source, world };
        command.SetAction(parse =>
        {
            var (folder, newspapers) = (parse.GetRequiredValue(source), parse.GetRequiredValue(world));
            if (((string[])[folder, newspapers]).FirstOrDefault(path => !Directory.Exists(path)) is { } missing)
            {
                Console.Error.WriteLine($"There is no folder '{missing}'.");
                return 2;
            }
            foreach (var line in Evaluation.Table(folder, newspapers, TaggerModel.Shared)) Console.WriteLine(line);
            Console.WriteLine(Evaluation.Speed([.. WorldFile.Read(newspapers).Select(document => document.Text)], TaggerModel.Shared));
            return 0;
        });
        return command;
    }
}
