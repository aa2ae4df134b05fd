using System.CommandLine;
using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Words;
using NewsSearch.Train.Entities;
using NewsSearch.Train.Entities.Annotated;

namespace NewsSearch.Train.Commands;

/// <summary><c>entities</c>: annotated texts -> the model of Ingest's name tagger.</summary>
/// <remarks>
/// From the repository's root; the same sources give the same bytes:
/// <code>dotnet run -c Release --project tools/NewsSearch.Train -- entities ../shared/ner src/NewsSearch.Ingest/Entities/Tagging/tagger.bin</code>
/// </remarks>
internal static class EntitiesCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("DIR") { Description = "The folder with train/." };
        var output = new Argument<string>("OUTPUT") { Description = "The model file." };
        var command = new Command("entities", "Trains the name tagger from annotated texts.") { source, output };
        command.SetAction(parse =>
        {
            var folder = parse.GetRequiredValue(source);
            if (!Directory.Exists(Path.Combine(folder, "train")))
            {
                Console.Error.WriteLine($"There is no folder '{Path.Combine(folder, "train")}'.");
                return 2;
            }
            var (lists, classes) = (NameListFile.Shared, WordClasses.Shared);
            var model = new TaggerTrainer(folder, new Vocabulary(classes.Entries), lists, Console.WriteLine).Train();
            var bytes = ModelFiles.Model(lists, classes, model);
            File.WriteAllBytes(parse.GetRequiredValue(output), bytes);
            Console.WriteLine($"{parse.GetRequiredValue(output)}: {bytes.Length:N0} bytes");
            foreach (var line in Evaluation.Table(folder, null, TaggerModel.Read(new MemoryStream(bytes), lists, classes).Tagger(lists, classes))) Console.WriteLine(line);
            return 0;
        });
        return command;
    }
}
