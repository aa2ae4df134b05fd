using System.IO.Compression;
using System.Text;

namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>Word -> how much each language of its script wonders at it. Made by tools/NewsSearch.Train.</summary>
internal sealed class LanguageModel
{
    /// <summary>Raised when the resource's layout changes.</summary>
    public const int FormatVersion = 1;

    /// <summary>Costs are counted in parts of a nat: so many are a factor of e. Finer ones change nothing and compress worse.</summary>
    public const int UnitsPerNat = 8;

    /// <summary>
    /// A word counts at most this much against a language, for any language quotes names and foreign words: 4.5 nats, or a
    /// chance of 1 in 90 that a word is of none.
    /// </summary>
    public const int MaxWordCost = UnitsPerNat * 9 / 2;

    private static readonly Lazy<LanguageModel> Loaded = new(() =>
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream("languages.bin") ?? throw new InvalidOperationException("The language model is missing from the program.");
        return Read(stream);
    });

    private LanguageModel(ScriptModel?[] byScript) => ByScript = byScript;

    /// <summary>The model that ships with the program.</summary>
    public static LanguageModel Shared => Loaded.Value;

    /// <summary>Script -> its languages; null where the script alone tells the language.</summary>
    public ScriptModel?[] ByScript { get; }

    public static LanguageModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        if (reader.ReadByte() != FormatVersion) throw new InvalidDataException("The language model is of another version than the program.");
        var byScript = new ScriptModel?[Scripts.Count];
        for (var left = reader.ReadByte(); left > 0; left--)
        {
            var script = reader.ReadByte();
            byScript[script] = ScriptModel.Read(reader);
        }
        return new LanguageModel(byScript);
    }
}
