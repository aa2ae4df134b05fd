using System.Collections.Frozen;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Naming;

/// <summary>Kind and key of a name -> the name under which it is shown: countries, cities, bodies and people that go by several writings.</summary>
internal sealed class NameTable
{
    private static readonly Lazy<NameTable> Loaded = new(() => new NameTable());

    private readonly FrozenDictionary<(NameKind Kind, string Key), string> _shown;

    private NameTable()
    {
        var shown = new Dictionary<(NameKind, string), string>();
        Read("names.txt");
        Read("organisations.txt");
        Read("places.txt");
        _shown = shown.ToFrozenDictionary();
        var lists = WordSections.Lines("names.txt").ToLookup(line => line.Section, line => NameKey.Of(line.Text), StringComparer.Ordinal);
        (CompanyTails, Generic, None, Platforms, Regal) = (Words("company-tails"), Words("generic"), Words("none"), Words("platforms"), Words("regal"));

        void Read(string file)
        {
            foreach (var (section, text) in WordSections.Lines(file))
            {
                NameKind? kind = section switch { "people" => NameKind.Person, "organisations" => NameKind.Organisation, "places" or "countries" => NameKind.Place, _ => null };
                foreach (var entry in kind is null ? [] : text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    var writings = entry.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                    foreach (var writing in writings) shown.TryAdd((kind!.Value, NameKey.Of(writing)), writings[0]);
                }
            }
        }

        FrozenSet<string> Words(string section) => lists[section].ToFrozenSet(StringComparer.Ordinal);
    }

    public static NameTable Shared => Loaded.Value;

    /// <summary>Words that end the name of a company and need not stand there.</summary>
    public FrozenSet<string> CompanyTails { get; }

    /// <summary>Words that name no body by themselves.</summary>
    public FrozenSet<string> Generic { get; }

    /// <summary>Names of what is neither a person nor a body nor a place.</summary>
    public FrozenSet<string> None { get; }

    /// <summary>Where people write: behind "on" a place of writing and no body.</summary>
    public FrozenSet<string> Platforms { get; }

    /// <summary>Titles with which one word is a full name.</summary>
    public FrozenSet<string> Regal { get; }

    /// <summary>The name shown; null where the table does not know it.</summary>
    public string? Shown(NameKind kind, string key) => _shown.GetValueOrDefault((kind, key));
}
