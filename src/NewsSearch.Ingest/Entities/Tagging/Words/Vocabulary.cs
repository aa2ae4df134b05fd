namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Word -> what the word lists say about it, and its class.</summary>
internal sealed class Vocabulary
{
    private static readonly List<(string Name, List<string> Words)> Listed = WordSections.Read("tagger-words.txt");

    private readonly HashTable _words;

    /// <summary>Changes with the word lists.</summary>
    public static uint ListFingerprint { get; } = PackedResource.Checksum(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Listed.Select(section => $"{section.Name} {string.Join(' ', section.Words)}"))));

    /// <param name="classes">Hash of a word -> its class, from 1.</param>
    public Vocabulary(IReadOnlyCollection<KeyValuePair<uint, ushort>> classes)
    {
        _words = new HashTable(classes.Count + Listed.Sum(section => section.Words.Count));
        foreach (var (hash, wordClass) in classes) _words.At(hash) = wordClass << 16;
        foreach (var (name, words) in Listed)
        {
            foreach (var word in words) _words.At(WordReader.Hash(word)) |= (int)Enum.Parse<WordTraits>(name);
        }
    }

    /// <summary>Sets what is known of the word; one without a class, as "Jae-in", has that of its part before the hyphen.</summary>
    public void Describe(ref TagToken token, ReadOnlySpan<char> word)
    {
        var found = _words.Find(token.Word, 0);
        token.Traits = (WordTraits)(found & 0xFFFF);
        token.Class = (ushort)(found >>> 16);
        if (token.Class == 0 && word.IndexOf('-') is > 0 and var hyphen) token.Class = (ushort)(_words.Find(WordReader.Hash(word[..hyphen]), 0) >>> 16);
    }

    public bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length < 6 && char.IsUpper(word[0]) && Has(word, WordTraits.Abbreviation);

    public bool IsHyphenTail(ReadOnlySpan<char> word) => Has(word, WordTraits.HyphenTail);

    public bool IsPlaceOrPeople(ReadOnlySpan<char> word) => Has(word, WordTraits.People | WordTraits.Country);

    private bool Has(ReadOnlySpan<char> word, WordTraits traits) => ((WordTraits)_words.Find(WordReader.Hash(word), 0) & traits) != 0;
}
