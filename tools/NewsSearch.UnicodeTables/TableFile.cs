using NewsSearch.Engine.Analysis.Unicode;
using Tables = NewsSearch.Engine.Analysis.Unicode.UnicodeTables;

namespace NewsSearch.UnicodeTables;

/// <summary>Unicode data -> the bytes of the table file; its format is described at the reader, <see cref="Tables"/>.</summary>
internal static class TableFile
{
    public static byte[] Make(UnicodeData data)
    {
        var rules = new CharacterRules(data);
        var pool = new TextPool();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("NSUT"u8);
        writer.Write((ushort)Tables.FormatVersion);
        writer.Write((byte)data.Version.Major);
        writer.Write((byte)data.Version.Minor);
        writer.Write((byte)data.Version.Build);
        writer.Write((byte)CodePointTrie.BlockShift);
        WriteTrie(writer, rules.Traits);
        WriteTrie(writer, codePoint => pool.Place(codePoint, rules.WordForm(codePoint)));
        WriteTrie(writer, codePoint => pool.Place(codePoint, rules.Fold(codePoint)));
        WriteNumbers(writer, [checked((ushort)pool.Units.Count)]);
        WriteNumbers(writer, pool.Units);
        writer.Flush();
        return stream.ToArray();
    }

    private static void WriteTrie(BinaryWriter writer, Func<int, ushort> valueOf)
    {
        var placeOfBlock = new Dictionary<string, ushort>();
        var blocks = new List<ushort>();
        var values = new List<ushort>();
        for (var start = 0; start < CodePointTrie.CodePointCount; start += CodePointTrie.BlockSize)
        {
            var block = Enumerable.Range(start, CodePointTrie.BlockSize).Select(valueOf).ToArray();
            var key = new string(Array.ConvertAll(block, value => (char)value));
            if (placeOfBlock.TryAdd(key, (ushort)placeOfBlock.Count))
                values.AddRange(block);
            blocks.Add(placeOfBlock[key]);
        }
        WriteNumbers(writer, [(ushort)placeOfBlock.Count]);
        WriteNumbers(writer, blocks);
        WriteNumbers(writer, values);
    }

    private static void WriteNumbers(BinaryWriter writer, IEnumerable<ushort> numbers)
    {
        foreach (var number in numbers)
            writer.Write(number);
    }

    /// <summary>Text -> its place among all texts, each stored once as its length and its UTF-16 units.</summary>
    private sealed class TextPool
    {
        private readonly Dictionary<string, ushort> _places = [];

        /// <summary>Begins with one unit that no text uses, because place 0 means "stays itself".</summary>
        public List<ushort> Units { get; } = [0];

        public ushort Place(int codePoint, int[] form)
        {
            if (form is [var only] && only == codePoint)
                return 0;
            var text = string.Concat(form.Select(char.ConvertFromUtf32));
            if (_places.TryGetValue(text, out var place))
                return place;
            place = checked((ushort)Units.Count);
            _places.Add(text, place);
            Units.Add((ushort)text.Length);
            Units.AddRange(text.Select(unit => (ushort)unit));
            return place;
        }
    }
}
