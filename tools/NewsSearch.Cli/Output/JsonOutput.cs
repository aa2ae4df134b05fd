using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Output;

/// <summary>One JSON document on one line of standard output.</summary>
internal static class JsonOutput
{
    public static void Write(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        var stream = terminal.OutBytes();
        using (var json = new Utf8JsonWriter(stream, ArticleJson.WriterOptions)) write(json);
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }
}
