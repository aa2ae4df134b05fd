namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>The file classes.bin -> classes of words that are used alike. Made by tools/NewsSearch.Train; docs/tagger-formats.md describes it.</summary>
/// <param name="Entries">Hash of a word -> its class, from 1: the bits above <see cref="FineBits"/> are its broad class, from 1.</param>
/// <param name="Fingerprint">Changes with the content.</param>
internal sealed record WordClasses(IReadOnlyCollection<KeyValuePair<uint, ushort>> Entries, uint Fingerprint)
{
    public const string Magic = "NSWC";

    /// <summary>Raised when the layout or the hashes change.</summary>
    public const byte Version = 1;

    public const string Name = "file of word classes";

    /// <summary>So many bits of a class tell it from others of its broad class.</summary>
    public const int FineBits = 5;

    private static readonly Lazy<WordClasses> Loaded = new(() => Parse(PackedResource.Load("classes.bin", Magic, Version, Name)));

    /// <summary>The classes that ship with the program.</summary>
    public static WordClasses Shared => Loaded.Value;

    public static WordClasses Read(Stream file) => Parse(PackedResource.Read(file, Magic, Version, Name));

    private static WordClasses Parse((byte[] Content, uint Checksum) file)
    {
        var reader = new PackedReader(file.Content, Name);
        var hashes = reader.Ascending();
        var entries = new KeyValuePair<uint, ushort>[hashes.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var number = reader.Number();
            entries[i] = number <= ushort.MaxValue ? new(hashes[i], (ushort)number) : throw PackedResource.Damaged(Name, null);
        }
        return reader.IsAtEnd ? new WordClasses(entries, file.Checksum) : throw PackedResource.Damaged(Name, null);
    }
}
