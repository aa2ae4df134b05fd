using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Readers.Records;

/// <summary>A record's fields -> the article's: by what the caller maps, else by the record's dialect.</summary>
internal static class RecordArticle
{
    public static Article Of(RecordFields fields, FieldMap map)
    {
        var dialect = RecordDialect.Of(fields);
        var date = First("published");
        var published = MachineDate.Of(date);
        var (url, outlet) = (First("url"), First("outlet"));
        if (outlet is not null && outlet.Contains("://", StringComparison.Ordinal)) (url, outlet) = (url ?? outlet, null);
        return new Article
        {
            Id = First("id") is { Length: <= Article.MaxIdLength } id ? id : "",
            Url = url,
            Title = First("title"),
            Lead = First("lead"),
            Body = string.Join("\n\n", Values("body")),
            Outlet = outlet,
            Published = published,
            PublishedBy = published is null && date is not null ? PublicationDate.Unreadable + date : null,
            Authors = Authors(Values("authors")),
            Section = First("section")?.Split(';')[0].Trim(),
            Language = First("language"),
        };

        IReadOnlyList<string> Values(string field)
        {
            var mapped = fields.Values(map.ColumnsOf(field).Select(RecordFields.KeyOf));
            return mapped.Count > 0 || !dialect.Columns.TryGetValue(field, out var keys) ? mapped : fields.Values(keys);
        }

        string? First(string field) => Values(field) is [var value, ..] ? value.Trim() : null;
    }

    /// <summary>One a value; one value may hold several, separated by semicolons or written as Python writes a list.</summary>
    private static List<string> Authors(IReadOnlyList<string> values)
    {
        var authors = new List<string>();
        foreach (var value in values)
        {
            var parts = value.StartsWith('[') && value.EndsWith(']') ? value[1..^1].Split("', '").SelectMany(part => part.Split("\", \"")) : value.Split([';', '|']);
            authors.AddRange(parts.Select(Name).Where(name => name.Length > 0));
        }
        return authors;
    }

    private static string Name(string part)
    {
        var name = part.Trim().Trim('\'', '"').Trim();
        return name.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? name[3..].TrimStart() : name;
    }
}
