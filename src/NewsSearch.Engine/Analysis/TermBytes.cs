using System.Text;

namespace NewsSearch.Engine.Analysis;

/// <summary>Terms as the dictionaries hold them: UTF-8; a stem behind its language and <see cref="LanguageMark"/>.</summary>
internal static class TermBytes
{
    /// <summary>U+001F, unit separator: no analyzed word contains it.</summary>
    public const byte LanguageMark = 0x1F;

    /// <summary>How the language of a document is written where it is not known: "undetermined", ISO 639-2.</summary>
    public const string UnknownLanguage = "und";

    public static byte[] Exact(ReadOnlySpan<char> term)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(term)];
        Encoding.UTF8.GetBytes(term, bytes);
        return bytes;
    }

    public static byte[] Stem(string language, ReadOnlySpan<char> stem)
    {
        if (language.Length == 0) language = UnknownLanguage;
        var mark = Encoding.UTF8.GetByteCount(language);
        var bytes = new byte[mark + 1 + Encoding.UTF8.GetByteCount(stem)];
        Encoding.UTF8.GetBytes(language, bytes);
        bytes[mark] = LanguageMark;
        Encoding.UTF8.GetBytes(stem, bytes.AsSpan(mark + 1));
        return bytes;
    }

    /// <summary>Whether no document can have two of these stems: each is of another language, and a document has one.</summary>
    public static bool ExcludeEachOther(IReadOnlyList<byte[]> stems)
    {
        for (var i = 1; i < stems.Count; i++)
        {
            for (var before = 0; before < i; before++)
            {
                if (Language(stems[i]).SequenceEqual(Language(stems[before]))) return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> Language(ReadOnlySpan<byte> stem) => stem[..Math.Max(0, stem.IndexOf(LanguageMark))];
}
