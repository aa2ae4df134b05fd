using System.Collections.Frozen;

namespace NewsSearch.Ingest.Entities;

/// <summary>The kind of a name.</summary>
internal enum NameKind
{
    Person,
    Organisation,
    Place,
}

/// <summary>The lists that ship with the program: given names, places, organisations, and words that tell what a run of capitals is.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(() => new Lexicon());

    private readonly FrozenDictionary<string, FrozenSet<string>> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hyphenTails;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _placesAndPeoples;

    private Lexicon()
    {
        // Sections of whole names, one a line; all others hold words.
        _words = Sections("words.txt").Concat(Sections("given-names.txt")).ToFrozenDictionary(
            section => section.Name, section => (section.Name.StartsWith("not-", StringComparison.Ordinal) ? section.Lines : Words(section.Lines)).ToFrozenSet(StringComparer.Ordinal));
        _hyphenTails = Section("hyphen-tails").GetAlternateLookup<ReadOnlySpan<char>>();
        var places = Sections("places.txt").SelectMany(section => section.Lines).SelectMany(line => line.Split(';')).Select(Writings).ToList();
        _placesAndPeoples = places.SelectMany(writings => writings).Concat(Section("demonyms")).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var writings in places) AddPhrases(writings, NameKind.Place);
        foreach (var line in Sections("organisations.txt").SelectMany(section => section.Lines)) AddPhrases(Writings(line), NameKind.Organisation);
    }

    public static Lexicon Shared => Loaded.Value;

    public PhraseTable Phrases { get; } = new();

    /// <summary>A section of words.txt or given-names.txt.</summary>
    public FrozenSet<string> Section(string name) => _words[name];

    public bool IsHyphenTail(ReadOnlySpan<char> word) => _hyphenTails.Contains(word);

    public bool IsPlaceOrPeople(ReadOnlySpan<char> word) => _placesAndPeoples.Contains(word);

    private void AddPhrases(string[] writings, NameKind kind)
    {
        foreach (var writing in writings) Phrases.Add([.. NameTokenizer.Tokenize(writing, this).Select(token => token.Text)], writings[0], kind);
    }

    private static string[] Writings(string entry) => entry.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Words(IEnumerable<string> lines) => lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A list file: lines under [name], '#' begins a comment line.</summary>
    private static List<(string Name, List<string> Lines)> Sections(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Lists." + file)
            ?? throw new InvalidOperationException($"The list {file} is missing from the program.");
        using var reader = new StreamReader(stream);
        var sections = new List<(string Name, List<string> Lines)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') sections.Add((line.Trim('[', ']'), []));
            else sections[^1].Lines.Add(line);
        }
        return sections;
    }
}
