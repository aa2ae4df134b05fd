using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace NewsSearch.Web.Exports;

/// <summary>Any text -> XML, which cannot carry every character.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <summary>The text with U+FFFD for what XML 1.0 has no place for: most control characters, half a surrogate pair.</summary>
    public static string Of(string text)
    {
        StringBuilder? cleaned = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (isPair) i++;
            else if (!XmlConvert.IsXmlChar(text[i])) (cleaned ??= new StringBuilder(text))[i] = '\ufffd';
        }

        return cleaned?.ToString() ?? text;
    }

    /// <summary>A document of moderate size as an answer.</summary>
    public static IResult Answer(string contentType, Action<XmlWriter> write)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) write(xml);
        return Results.Bytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), contentType + "; charset=utf-8");
    }
}
