using System.Text;

namespace NewsSearch.Engine.Documents;

/// <summary>A keyword value as the dictionaries hold it: UTF-8, cut at <see cref="MaxBytes"/> on a character's edge.</summary>
internal static class KeywordBytes
{
    /// <summary>Longest value kept. Taste: far longer than any name or id.</summary>
    public const int MaxBytes = 8 * 1024;

    public static bool Fits(string value) => Encoding.UTF8.GetByteCount(value) <= MaxBytes;

    public static byte[] Of(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (bytes.Length <= MaxBytes) return bytes;
        var end = MaxBytes;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) end--;
        return bytes[..end];
    }
}
