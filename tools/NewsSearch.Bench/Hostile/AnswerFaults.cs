using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace NewsSearch.Bench.Hostile;

/// <summary>An answer -> what is wrong with it: its code, its form, or something in it that was not escaped.</summary>
internal static class AnswerFaults
{
    public static IEnumerable<string> Of(HttpResponseMessage answer, string text, bool isWhole)
    {
        if ((int)answer.StatusCode >= 500) yield return $"answers {(int)answer.StatusCode}";
        if (answer.Headers.Location is { } location && (location.IsAbsoluteUri || location.OriginalString is not ['/', not '/' and not '\\', ..] and not "/")) yield return $"leads away to {location}";
        if (answer.Headers.Concat(answer.Content.Headers).Any(header => header.Key.Contains("evil", StringComparison.OrdinalIgnoreCase))) yield return "a header of the request's making";
        if (!isWhole || text.Length == 0) yield break;
        foreach (var fault in Body(answer.Content.Headers.ContentType, text)) yield return fault;
    }

    private static IEnumerable<string> Body(MediaTypeHeaderValue? type, string text) => type?.MediaType switch
    {
        "text/html" => Html(text),
        "application/x-ndjson" or "application/jsonl" => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Json),
        "text/csv" => Csv(text),
        { } json when json.EndsWith("json", StringComparison.Ordinal) => Json(text),
        { } xml when xml.EndsWith("xml", StringComparison.Ordinal) => Xml(text),
        null => ["does not say what it is"],
        _ => [],
    };

    private static IEnumerable<string> Html(string text)
    {
        var errors = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, wrong) => errors.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)wrong).Message);
        using var page = parser.ParseDocument(text);
        // A character that HTML cannot hold is written as a reference to it, which browsers show as they can.
        foreach (var error in errors.Where(error => !error.StartsWith("Character reference", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)) yield return $"the HTML is not well formed: {error}";
        foreach (var element in page.All)
        {
            if (element.LocalName.Contains(HostileUrls.Marker, StringComparison.OrdinalIgnoreCase)) yield return "an element of the request's making";
            if (element.Attributes.Any(attribute => attribute.Name.Contains(HostileUrls.Marker, StringComparison.OrdinalIgnoreCase) || attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style"))
                yield return $"an attribute that should not be, on {element.LocalName}";
            if (element.LocalName == "script" && element.GetAttribute("src") is null && element.GetAttribute("type") != "application/ld+json") yield return "a script in the page";
            if (element.GetAttribute("href") is { } url && url is not (['/', ..] or ['#', ..]) && !url.StartsWith("http", StringComparison.Ordinal)) yield return $"a link to {url}";
            if (element.GetAttribute("href") is ['/', '/' or '\\', ..]) yield return "a link that leads away";
        }
    }

    private static IEnumerable<string> Json(string text)
    {
        var trouble = Trouble<JsonException>(() => JsonDocument.Parse(text).Dispose());
        return trouble is null ? [] : ["the JSON cannot be read: " + trouble];
    }

    private static IEnumerable<string> Xml(string text)
    {
        var found = false;
        var trouble = Trouble<XmlException>(() => found = XDocument.Parse(text).Descendants().Any(element => element.Name.LocalName == HostileUrls.Marker));
        return trouble is not null ? ["the XML cannot be read: " + trouble] : found ? ["an element of the request's making"] : [];
    }

    /// <summary>Every record must have as many fields as the first.</summary>
    private static IEnumerable<string> Csv(string text)
    {
        var counts = new List<int> { 1 };
        var isQuoted = false;
        foreach (var letter in text.ReplaceLineEndings("\n").TrimEnd('\n'))
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (!isQuoted && letter == '\n') counts.Add(1);
            else if (!isQuoted && letter == ',') counts[^1]++;
        }

        return isQuoted || counts.Distinct().Count() > 1 ? ["the CSV has records of different lengths"] : [];
    }

    private static string? Trouble<T>(Action read)
        where T : Exception
    {
        try
        {
            read();
            return null;
        }
        catch (T trouble)
        {
            return trouble.Message;
        }
    }
}
