using System.Globalization;
using System.Text;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Commits;

/// <summary>Generation's name -> the bytes of CURRENT, and back: FORMAT.md, "CURRENT".</summary>
internal static class CurrentFormat
{
    public const int AtMostBytes = 100;

    public static byte[] Encode(string generation)
    {
        var checksum = Crc32C.Of(Encoding.ASCII.GetBytes(generation));
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{generation} {checksum:x8}\n"));
    }

    public static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        var nameLength = Math.Max(0, bytes.IndexOf((byte)' '));
        var generation = Encoding.ASCII.GetString(bytes[..nameLength]);
        // A generation has exactly one spelling of the file, so any other byte in it is damage.
        return IndexNames.GenerationNumber(generation) >= 0 && bytes.SequenceEqual(Encode(generation))
            ? generation
            : throw new IndexFormatException(path, -1, "a generation's name with its checksum expected");
    }
}
