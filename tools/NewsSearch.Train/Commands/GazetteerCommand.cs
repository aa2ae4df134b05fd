using System.CommandLine;
using NewsSearch.Train.Entities;

namespace NewsSearch.Train.Commands;

/// <summary><c>gazetteer</c>: lists of names -> the gazetteer of Ingest's name tagger.</summary>
internal static class GazetteerCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("TABLE") { Description = "A gzip file with lines of list, tab, name." };
        var output = new Argument<string>("OUTPUT") { Description = "The gazetteer file." };
        var command = new Command("gazetteer", "Packs lists of names.") { source, output };
        command.SetAction(parse =>
        {
            var entries = SourceLists.Gazetteer(parse.GetRequiredValue(source));
            var bytes = ModelFiles.Gazetteer(entries);
            File.WriteAllBytes(parse.GetRequiredValue(output), bytes);
            Console.WriteLine($"{parse.GetRequiredValue(output)}: {entries.Count:N0} entries, {bytes.Length:N0} bytes");
            return 0;
        });
        return command;
    }
}
