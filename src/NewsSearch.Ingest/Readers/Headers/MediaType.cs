namespace NewsSearch.Ingest.Readers.Headers;

/// <summary>The value of a Content-Type or its like: "text/html; charset=utf-8".</summary>
internal sealed class MediaType
{
    private static readonly char[] Quotes = ['"', '\'', ' ', '\t'];

    private readonly string[] _parameters;

    public MediaType(string? value)
    {
        var parts = (value ?? "").Split(';');
        Name = parts[0].Trim().ToLowerInvariant();
        _parameters = parts[1..];
    }

    /// <summary>"text/html", in lower case; empty where there is none.</summary>
    public string Name { get; }

    /// <summary>"text", or "other" for what is in no list of kinds.</summary>
    public string Kind => Name.Split('/')[0] is "text" or "image" or "audio" or "video" or "font" or "application" or "multipart" or "message" ? Name.Split('/')[0] : "other";

    public bool IsHtml => Name is "text/html" or "application/xhtml+xml";

    /// <summary>A parameter's value without quotes; null where there is none.</summary>
    public string? this[string parameter]
    {
        get
        {
            foreach (var part in _parameters)
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && part.AsSpan(0, equals).Trim().Equals(parameter, StringComparison.OrdinalIgnoreCase))
                    return part[(equals + 1)..].Trim(Quotes) is { Length: > 0 } value ? value : null;
            }
            return null;
        }
    }
}
