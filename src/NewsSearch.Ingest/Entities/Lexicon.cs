using System.Collections.Frozen;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities;

/// <summary>The lists of words that tell which mentions are one: given names, titles, peoples.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(() => new Lexicon());

    private readonly FrozenDictionary<string, FrozenSet<string>> _words;

    private Lexicon()
    {
        _words = WordSections.Read("words.txt").Concat(WordSections.Read("given-names.txt")).ToFrozenDictionary(
            section => section.Name, section => section.Words.ToFrozenSet(StringComparer.Ordinal));
    }

    public static Lexicon Shared => Loaded.Value;

    /// <summary>A section of words.txt or given-names.txt.</summary>
    public FrozenSet<string> Section(string name) => _words[name];
}
