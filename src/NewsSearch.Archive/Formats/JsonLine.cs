using System.Buffers;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> a line of JSON Lines.</summary>
internal static class JsonLine
{
    public static void Write(Reference reference, IBufferWriter<byte> output)
    {
        output.Write(ArticleJson.ToUtf8(reference.Article));
        output.Write("\n"u8);
    }
}
