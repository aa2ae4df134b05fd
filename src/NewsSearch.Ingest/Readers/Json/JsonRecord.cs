using System.Text;
using System.Text.Unicode;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Json;

/// <summary>The bytes of one JSON object -> the fields it gives: in our own form, else in that of another program.</summary>
internal static class JsonRecord
{
    /// <param name="record">The bytes; in Windows-1252 where they are not UTF-8.</param>
    /// <param name="map">What the caller says about its fields.</param>
    /// <param name="error">A sentence; null where an article is returned.</param>
    public static Article? Read(ReadOnlyMemory<byte> record, FieldMap map, out string? error)
    {
        if (record.Span is [0xEF, 0xBB, 0xBF, ..]) record = record[3..];
        if (!Utf8.IsValid(record.Span)) record = Encoding.UTF8.GetBytes(TextDecoder.Decode(record.Span));
        var own = ArticleJson.Read(record.Span, out error);
        if (map.IsEmpty && own is { Body.Length: > 0 }) return own;
        var foreign = ForeignJson.Read(record, map);
        if (foreign is null || (foreign.Body.Length == 0 && (own is not null || foreign.Title is null))) return own;
        error = null;
        return foreign;
    }
}
