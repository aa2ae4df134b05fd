using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>The file tagger.bin -> weights. Made by tools/NewsSearch.Train; docs/tagger-formats.md describes it.</summary>
internal sealed record TaggerModel(LinearModel Linear)
{
    public const string Magic = "NSNT";

    /// <summary>Raised when the layout changes.</summary>
    public const byte Version = 2;

    public const string Name = "model of the name tagger";

    private static readonly Lazy<NameTagger> Loaded = new(() => Parse(PackedResource.Load("tagger.bin", Magic, Version, Name), NameListFile.Shared, WordClasses.Shared).Tagger(NameListFile.Shared, WordClasses.Shared));

    /// <summary>The tagger that ships with the program.</summary>
    public static NameTagger Shared => Loaded.Value;

    public static TaggerModel Read(Stream file, NameLists lists, WordClasses classes) => Parse(PackedResource.Read(file, Magic, Version, Name), lists, classes);

    public NameTagger Tagger(NameLists lists, WordClasses classes) => new(new Vocabulary(classes.Entries), lists, Linear);

    private static TaggerModel Parse((byte[] Content, uint Checksum) file, NameLists lists, WordClasses classes)
    {
        var reader = new PackedReader(file.Content, Name);
        Check(reader.Number(), FeatureTemplates.Version, "features");
        Check(reader.Number(), lists.Fingerprint, "gazetteer");
        Check(reader.Number(), Vocabulary.ListFingerprint, "word lists");
        Check(reader.Number(), classes.Fingerprint, "word classes");
        var linear = ReadLinear(ref reader);
        return reader.IsAtEnd ? new TaggerModel(linear) : throw PackedResource.Damaged(Name, null);
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
