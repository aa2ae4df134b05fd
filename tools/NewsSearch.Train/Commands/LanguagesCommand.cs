using System.CommandLine;
using NewsSearch.Train.Languages;

namespace NewsSearch.Train.Commands;

/// <summary><c>languages</c>: word lists -> the language model of Ingest.</summary>
/// <remarks>
/// From the repository's root, with Debian's snowball-data and unicode-cldr-core installed; the same lists give the same bytes:
/// <code>dotnet run -c Release --project tools/NewsSearch.Train -- languages src/NewsSearch.Ingest/Metadata/Languages/languages.bin</code>
/// </remarks>
internal static class LanguagesCommand
{
    public static Command Create()
    {
        var output = new Argument<string>("OUTPUT") { Description = "The model file." };
        var snowball = new Option<string>("--snowball") { Description = "The Snowball vocabularies.", HelpName = "DIR", DefaultValueFactory = _ => "/usr/share/snowball/data" };
        var cldr = new Option<string>("--cldr") { Description = "The Unicode Common Locale Data Repository.", HelpName = "DIR", DefaultValueFactory = _ => "/usr/share/unicode/cldr/common" };
        var command = new Command("languages", "Trains the language model from word lists.") { output, snowball, cldr };
        command.SetAction(parse =>
        {
            if (((string[])[parse.GetRequiredValue(snowball), parse.GetRequiredValue(cldr)]).FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
            {
                Console.Error.WriteLine($"There is no folder '{missing}'.");
                return 2;
            }
            var (file, words) = (parse.GetRequiredValue(output), new WordLists(parse.GetRequiredValue(snowball), parse.GetRequiredValue(cldr)));
            var bytes = ModelWriter.Write([.. TrainedLanguages.ByScript.Select(group => new ScriptTrainer(group.Key, [.. group], words))]);
            File.WriteAllBytes(file, bytes);
            Console.WriteLine($"{file}: {bytes.Length:N0} bytes");
            return 0;
        });
        return command;
    }
}
