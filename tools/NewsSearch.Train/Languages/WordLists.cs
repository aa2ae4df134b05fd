using System.Xml.Linq;
using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Train.Languages;

/// <summary>Language -> its words: how they are spelled, and which are frequent.</summary>
internal sealed class WordLists(string snowballFolder, string cldrFolder)
{
    private static readonly Dictionary<string, string> CldrNames = new(StringComparer.Ordinal) { ["tl"] = "fil" };

    private readonly Dictionary<string, List<string>> _frequent = ReadFrequent();

    /// <summary>The most frequent words, most frequent first.</summary>
    public IReadOnlyList<string> Frequent(TrainedLanguage language) => _frequent[language.Code];

    /// <summary>Words of the language, each once, in order.</summary>
    public SortedSet<string> All(TrainedLanguage language)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in Frequent(language).Concat(Cldr(language.Code)).Concat(Snowball(language.Code))) AddWords(text, language.Script, words);
        return words;
    }

    private IEnumerable<string> Snowball(string code) =>
        TrainedLanguages.SnowballFolders.TryGetValue(code, out var folder) ? File.ReadLines(Path.Combine(snowballFolder, folder, "voc.txt")) : [];

    /// <summary>The descriptions of signs, and the names of countries, months and days.</summary>
    private IEnumerable<string> Cldr(string code)
    {
        var name = CldrNames.GetValueOrDefault(code, code) + ".xml";
        return from file in (string[])["annotations", "annotationsDerived", "main"]
               let path = Path.Combine(cldrFolder, file, name)
               where File.Exists(path)
               from element in XDocument.Load(path).Descendants()
               where element.Name.LocalName is "annotation" or "territory" or "month" or "day"
               select element.Value;
    }

    private static void AddWords(string text, Script script, SortedSet<string> words)
    {
        var scanner = new WordScanner(text, stackalloc char[WordScanner.MaxLength + 2]);
        while (scanner.MoveNext())
        {
            if (scanner.Script == script) words.Add(scanner.Word.ToString());
        }
    }

    private static Dictionary<string, List<string>> ReadFrequent()
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream("frequent-words.txt")!);
        var words = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('[')) words.Add(line.Trim('[', ']'), current = []);
            else current.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return words;
    }
}
