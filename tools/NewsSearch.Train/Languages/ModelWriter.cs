using System.IO.Compression;
using System.Text;
using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Train.Languages;

/// <summary>The rows of all scripts -> the resource that <see cref="LanguageModel"/> reads: by columns, which compress better.</summary>
internal static class ModelWriter
{
    public static byte[] Write(IReadOnlyCollection<ScriptTrainer> scripts)
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.SmallestSize), Encoding.UTF8))
        {
            writer.Write((byte)LanguageModel.FormatVersion);
            writer.Write((byte)scripts.Count);
            foreach (var script in scripts) Write(script, writer);
        }
        return bytes.ToArray();
    }

    private static void Write(ScriptTrainer script, BinaryWriter writer)
    {
        writer.Write((byte)script.Script);
        writer.Write((byte)script.Languages.Count);
        foreach (var language in script.Languages) writer.Write(language.Code);
        foreach (var language in script.Languages) writer.Write((byte)Math.Round(language.PriorNats * LanguageModel.UnitsPerNat));

        ulong before = 0;
        writer.Write7BitEncodedInt(script.Sequences.Count);
        writer.Write7BitEncodedInt(script.Words.Count);
        foreach (var sequence in script.Sequences)
        {
            writer.Write7BitEncodedInt64((long)(sequence - before));
            before = sequence;
        }
        foreach (var word in script.Words) writer.Write(word);

        byte[][] rows = [.. script.Sequences.Select(script.Costs), .. script.Words.Select(script.Costs)];
        for (var language = 0; language < script.Languages.Count; language++)
        {
            foreach (var row in rows) writer.Write(row[language]);
        }
    }
}
