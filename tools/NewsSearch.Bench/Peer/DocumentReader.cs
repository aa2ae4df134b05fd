using System.Text;
using System.Text.Json;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Bench.Peer;

/// <summary>A line of the peer protocol -> the document that is indexed.</summary>
internal sealed class DocumentReader
{
    private char[] _body = new char[1 << 14];

    public IndexDocument Read(ReadOnlySpan<byte> line)
    {
        var document = new IndexDocument();
        var json = new Utf8JsonReader(line);
        json.Read();
        var (id, title, outlet, month) = ("", "", "", "");
        var bodyLength = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8)) id = Value(ref json);
            else if (json.ValueTextEquals("title"u8)) title = Value(ref json);
            else if (json.ValueTextEquals("body"u8)) bodyLength = ReadBody(ref json);
            else if (json.ValueTextEquals("date"u8)) month = Value(ref json) is { Length: >= 7 } date ? date[..7] : "";
            else if (json.ValueTextEquals("outlet"u8)) outlet = Value(ref json);
            else if (json.ValueTextEquals("people"u8)) AddPeople(ref json, document);
            else json.Skip();
        }

        document.AddKeyword("id", id);
        document.AddText(PeerSchema.Text, string.Concat(title, "\n", _body.AsSpan(0, bodyLength)));
        document.AddKeyword("outlet", outlet);
        document.AddKeyword("month", month);
        document.SetStored("id", Encoding.UTF8.GetBytes(id));
        document.SetStored("title", Encoding.UTF8.GetBytes(title));
        return document;
    }

    private static string Value(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString() ?? "";
    }

    private int ReadBody(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return 0;
        if (_body.Length < json.ValueSpan.Length) _body = new char[2 * json.ValueSpan.Length];
        return json.CopyString(_body);
    }

    private static void AddPeople(ref Utf8JsonReader json, IndexDocument document)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String) document.AddKeyword("people", json.GetString()!);
    }
}
