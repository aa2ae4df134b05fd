using System.Collections.Frozen;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities;

/// <summary>The lists that ship with the program and tell which mentions are one: given names, titles, places, organisations.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(() => new Lexicon());

    private readonly FrozenDictionary<string, FrozenSet<string>> _words;

    private Lexicon()
    {
        _words = WordSections.Read("words.txt").Concat(WordSections.Read("given-names.txt")).ToFrozenDictionary(
            section => section.Name, section => section.Words.ToFrozenSet(StringComparer.Ordinal));
        Places = new KnownNames(WordSections.Lines("places.txt").SelectMany(line => line.Split(';')).Select(Writings));
        Organisations = new KnownNames(WordSections.Lines("organisations.txt").Select(Writings));
    }

    public static Lexicon Shared => Loaded.Value;

    public KnownNames Places { get; }

    public KnownNames Organisations { get; }

    /// <summary>A section of words.txt or given-names.txt.</summary>
    public FrozenSet<string> Section(string name) => _words[name];

    private static string[] Writings(string entry) => entry.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
