using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Train.Entities;

/// <summary>What was made -> the files that Ingest loads; docs/tagger-formats.md describes them.</summary>
internal static class ModelFiles
{
    public static byte[] Gazetteer(SortedDictionary<uint, int> entries)
    {
        var writer = new PackedWriter();
        writer.Ascending(entries.Keys);
        foreach (var lists in entries.Values) writer.Number((uint)(((lists & ~NameLists.Continues) << 1) | ((lists & NameLists.Continues) != 0 ? 1 : 0)));
        return PackedResource.Write(NameListFile.Magic, NameListFile.Version, writer.Content);
    }

    public static byte[] Classes(SortedDictionary<uint, ushort> classes)
    {
        var writer = new PackedWriter();
        writer.Ascending(classes.Keys);
        foreach (var number in classes.Values) writer.Number(number);
        return PackedResource.Write(WordClasses.Magic, WordClasses.Version, writer.Content);
    }

    public static byte[] Model(NameLists lists, WordClasses classes, QuantisedModel model)
    {
        var writer = new PackedWriter();
        writer.Number(FeatureTemplates.Version);
        writer.Number(lists.Fingerprint);
        writer.Number(Vocabulary.ListFingerprint);
        writer.Number(classes.Fingerprint);
        Write(model, writer);
        return PackedResource.Write(TaggerModel.Magic, TaggerModel.Version, writer.Content);
    }

    private static void Write(QuantisedModel model, PackedWriter writer)
    {
        foreach (var score in model.Transitions) writer.Signed(score);
        writer.Ascending(model.Keys);
        for (var row = 0; row < model.Keys.Length; row++)
        {
            var weights = model.Weights.AsSpan(row * TagSet.Count, TagSet.Count);
            var filled = 0u;
            for (var tag = 0; tag < weights.Length; tag++) filled |= weights[tag] != 0 ? 1u << tag : 0;
            writer.Number(filled);
            foreach (var weight in weights)
            {
                if (weight != 0) writer.Byte((byte)weight);
            }
        }
    }
}
