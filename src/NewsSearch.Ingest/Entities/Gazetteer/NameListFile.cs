namespace NewsSearch.Ingest.Entities.Gazetteer;

/// <summary>The file gazetteer.bin -> the lists. Made by tools/NewsSearch.Train; docs/tagger-formats.md describes it.</summary>
internal static class NameListFile
{
    public const string Magic = "NSGZ";

    /// <summary>Raised when the layout, the lists or the hashes change.</summary>
    public const byte Version = 1;

    public const string Name = "gazetteer";

    private static readonly Lazy<NameLists> Loaded = new(() => Parse(PackedResource.Load("gazetteer.bin", Magic, Version, Name)));

    /// <summary>The gazetteer that ships with the program.</summary>
    public static NameLists Shared => Loaded.Value;

    public static NameLists Read(Stream file) => Parse(PackedResource.Read(file, Magic, Version, Name));

    private static NameLists Parse((byte[] Content, uint Checksum) file)
    {
        var reader = new PackedReader(file.Content, Name);
        var hashes = reader.Ascending();
        var entries = new KeyValuePair<uint, int>[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            var lists = reader.Number();
            if (lists >> (NameList.Count + 1) != 0) throw PackedResource.Damaged(Name, null);
            entries[i] = new(hashes[i], (int)(lists >> 1) | ((lists & 1) != 0 ? NameLists.Continues : 0));
        }
        return reader.IsAtEnd ? new NameLists(entries, file.Checksum) : throw PackedResource.Damaged(Name, null);
    }
}
