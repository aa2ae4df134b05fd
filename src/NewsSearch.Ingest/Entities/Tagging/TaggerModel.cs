using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>The file tagger.bin -> word classes and weights. Made by tools/NewsSearch.Train; docs/tagger-formats.md describes it.</summary>
internal sealed record TaggerModel(Vocabulary Words, LinearModel Linear)
{
    public const string Magic = "NSNT";

    /// <summary>Raised when the layout changes.</summary>
    public const byte Version = 1;

    public const string Name = "model of the name tagger";

    /// <summary>A class is at most this.</summary>
    private const int MostClasses = 4096;

    private static readonly Lazy<NameTagger> Loaded = new(() => Parse(PackedResource.Load("tagger.bin", Magic, Version, Name), NameListFile.Shared).Tagger(NameListFile.Shared));

    /// <summary>The tagger that ships with the program.</summary>
    public static NameTagger Shared => Loaded.Value;

    public static TaggerModel Read(Stream file, NameLists lists) => Parse(PackedResource.Read(file, Magic, Version, Name), lists);

    public NameTagger Tagger(NameLists lists) => new(Words, lists, Linear);

    private static TaggerModel Parse((byte[] Content, uint Checksum) file, NameLists lists)
    {
        var reader = new PackedReader(file.Content, Name);
        Check(reader.Number(), FeatureTemplates.Version, "features");
        Check(reader.Number(), lists.Fingerprint, "gazetteer");
        Check(reader.Number(), Vocabulary.ListFingerprint, "word lists");
        var hashes = reader.Ascending();
        var classes = new KeyValuePair<uint, ushort>[hashes.Length];
        for (var i = 0; i < classes.Length; i++)
        {
            var number = reader.Number();
            classes[i] = number < MostClasses ? new(hashes[i], (ushort)number) : throw PackedResource.Damaged(Name, null);
        }
        var linear = ReadLinear(ref reader);
        return reader.IsAtEnd ? new TaggerModel(new Vocabulary(classes), linear) : throw PackedResource.Damaged(Name, null);
    }

    private static void Check(uint found, uint expected, string what)
    {
        if (found != expected) throw new InvalidDataException($"The {Name} was trained with other {what} than the program has. Make it again with NewsSearch.Train.");
    }

    private static LinearModel ReadLinear(ref PackedReader reader)
    {
        var transitions = new int[TagSet.Count * TagSet.Count];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.Signed();
            if (Math.Abs((long)transitions[i]) > short.MaxValue) throw PackedResource.Damaged(Name, null);
        }
        var keys = reader.Ascending();
        var weights = new sbyte[keys.Length * TagSet.Count];
        for (var row = 0; row < keys.Length; row++)
        {
            var filled = reader.Number();
            if (filled >> TagSet.Count != 0) throw PackedResource.Damaged(Name, null);
            for (; filled != 0; filled &= filled - 1) weights[row * TagSet.Count + int.TrailingZeroCount((int)filled)] = (sbyte)reader.Byte();
        }
        return new LinearModel(new WeightTable(keys, weights), transitions);
    }
}
