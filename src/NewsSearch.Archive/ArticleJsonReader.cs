using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsSearch.Archive;

/// <summary>Bytes of one JSON object -> article, field by field.</summary>
internal static class ArticleJsonReader
{
    public static Article? Read(ReadOnlySpan<byte> utf8, out string? error)
    {
        error = null;
        try
        {
            var json = new Utf8JsonReader(utf8);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new FormException("It is not a JSON object.");
            var article = ReadFields(ref json);
            while (json.Read()) { } // raises where anything follows
            if (article.Id.Length > Article.MaxIdLength) throw new FormException($"The id is longer than {Article.MaxIdLength} characters.");
            RequireOffsetsInBody(article);
            return article;
        }
        catch (JsonException broken)
        {
            error = string.Create(CultureInfo.InvariantCulture, $"It is not valid JSON, at byte {broken.BytePositionInLine ?? 0}.");
        }
        catch (FormException wrong)
        {
            error = wrong.Message;
        }
        return null;
    }

    private static Article ReadFields(ref Utf8JsonReader json)
    {
        var article = new Article { Id = "" };
        string? date = null, publishedBy = null;
        var isPublishedGiven = false;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref json) ?? "";
            json.Read();
            switch (name)
            {
                case "published": date = Text(ref json, name); isPublishedGiven = true; break;
                case "date": var found = Text(ref json, name); if (!isPublishedGiven) date = found; break;
                case "publishedBy": publishedBy = Text(ref json, name); break;
                default: article = With(article, name, ref json); break;
            }
        }
        var published = PublicationDate.TryParse(date);
        if (published is null && !string.IsNullOrWhiteSpace(date)) publishedBy = PublicationDate.Unreadable + date;
        return article with { Published = published, PublishedBy = publishedBy };
    }

    private static Article With(Article article, string name, ref Utf8JsonReader json)
    {
        switch (name)
        {
            case "id": return article with { Id = Text(ref json, name) ?? "" };
            case "url": return article with { Url = Text(ref json, name) };
            case "title": return article with { Title = Text(ref json, name) };
            case "titleFrom": return article with { TitleFrom = Text(ref json, name) };
            case "lead": return article with { Lead = Text(ref json, name) };
            case "body": return article with { Body = Text(ref json, name) ?? "" };
            case "outlet": return article with { Outlet = Text(ref json, name) };
            case "outletFrom": return article with { OutletFrom = Text(ref json, name) };
            case "host": return article with { Host = Text(ref json, name) };
            case "section": return article with { Section = Text(ref json, name) };
            case "language" or "lang": return article with { Language = Text(ref json, name) ?? article.Language };
            case "wordConfidence": return article with { WordConfidence = Share(ref json) };
            case "source": return article with { Source = Text(ref json, name) };
            case "authors": return article with { Authors = List(ref json, name, static (ref json, name) => Text(ref json, name)) };
            case "agencies": return article with { Agencies = List(ref json, name, static (ref json, name) => Text(ref json, name)) };
            case "people": return article with { People = List(ref json, name, Entity) };
            case "organisations": return article with { Organisations = List(ref json, name, Entity) };
            case "places": return article with { Places = List(ref json, name, Entity) };
            case "quotes": return article with { Quotes = List(ref json, name, Quote) };
            case "removed": return article with { Removed = List(ref json, name, Removal) };
            case "reasons": return article with { Reasons = Reasons(ref json, name) };
            case "overruled": return article with { Overruled = List(ref json, name, Overruled) };
            default: json.Skip(); return article;
        }
    }

    /// <summary>A number from 0 to 1; anything else is another program's field of this name.</summary>
    private static double? Share(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var share) && share is >= 0 and <= 1) return share;
        json.Skip();
        return null;
    }

    private delegate T? ItemReader<T>(ref Utf8JsonReader json, string name) where T : class;

    /// <summary>A list, or one item in place of it; nulls are left out.</summary>
    private static List<T> List<T>(ref Utf8JsonReader json, string name, ItemReader<T> read) where T : class
    {
        var items = new List<T>();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            if (read(ref json, name) is { } single) items.Add(single);
            return items;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref json, name) is { } item) items.Add(item);
        }
        return items;
    }

    private static bool IsTrue(ref Utf8JsonReader json)
    {
        json.Skip(); // of a list or an object, what is in it
        return json.TokenType == JsonTokenType.True;
    }

    private static NamedEntity? Entity(ref Utf8JsonReader json, string name)
    {
        if (json.TokenType != JsonTokenType.StartObject) return Text(ref json, name) is { } plain ? new NamedEntity(plain, []) : null;
        string? entityName = null;
        List<TextRange> mentions = [];
        var isLone = false;
        while (NextField(ref json, out var field))
        {
            if (field == "name") entityName = Text(ref json, name);
            else if (field == "mentions") mentions = Mentions(ref json, name);
            else if (field == "lone") isLone = IsTrue(ref json);
            else json.Skip();
        }
        return new NamedEntity(entityName ?? throw new FormException($"An entry of \"{name}\" has no name."), mentions) { IsLone = isLone };
    }

    private static List<TextRange> Mentions(ref Utf8JsonReader json, string name)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw new FormException($"The mentions in \"{name}\" are not a list.");
        var mentions = new List<TextRange>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartArray) throw new FormException($"A mention in \"{name}\" is not a pair of offsets.");
            json.Read();
            var start = Offset(ref json, name);
            json.Read();
            var end = Offset(ref json, name);
            json.Read();
            if (json.TokenType != JsonTokenType.EndArray) throw new FormException($"A mention in \"{name}\" is not a pair of offsets.");
            mentions.Add(new TextRange(start, end));
        }
        return mentions;
    }

    /// <summary>An object of texts; anything else is another program's field of this name.</summary>
    private static Dictionary<string, string> Reasons(ref Utf8JsonReader json, string name)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return reasons;
        }

        while (NextField(ref json, out var field))
        {
            if (json.TokenType == JsonTokenType.String) reasons[field] = Text(ref json, name) ?? "";
            else json.Skip();
        }

        return reasons;
    }

    private static Quotation Quote(ref Utf8JsonReader json, string name)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new FormException("A quote is not an object.");
        var quote = new Quotation("", null, 0, 0, "direct", null);
        while (NextField(ref json, out var field))
        {
            switch (field)
            {
                case "text": quote = quote with { Text = Text(ref json, name) ?? "" }; break;
                case "speaker": quote = quote with { Speaker = Text(ref json, name) }; break;
                case "start": quote = quote with { Start = Offset(ref json, name) }; break;
                case "end": quote = quote with { End = Offset(ref json, name) }; break;
                case "kind": quote = quote with { Kind = Text(ref json, name) ?? "direct" }; break;
                case "rule": quote = quote with { Rule = Text(ref json, name) }; break;
                default: json.Skip(); break;
            }
        }
        return quote;
    }

    private static Removal Removal(ref Utf8JsonReader json, string name)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new FormException("An entry of \"removed\" is not an object.");
        var removal = new Removal("", 0, "");
        while (NextField(ref json, out var field))
        {
            switch (field)
            {
                case "text": removal = removal with { Text = Text(ref json, name) ?? "" }; break;
                case "at": removal = removal with { At = Offset(ref json, name) }; break;
                case "rule": removal = removal with { Rule = Text(ref json, name) ?? "" }; break;
                default: json.Skip(); break;
            }
        }
        return removal;
    }

    private static OverruledField Overruled(ref Utf8JsonReader json, string name)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new FormException("An entry of \"overruled\" is not an object.");
        var overruled = new OverruledField("", null, null);
        while (NextField(ref json, out var field))
        {
            switch (field)
            {
                case "field": overruled = overruled with { Field = Text(ref json, name) ?? "" }; break;
                case "value": overruled = overruled with { Value = Text(ref json, name) }; break;
                case "rule": overruled = overruled with { Rule = Text(ref json, name) }; break;
                default: json.Skip(); break;
            }
        }
        return overruled;
    }

    /// <summary>Steps to the value of the next field; false at the object's end.</summary>
    private static bool NextField(ref Utf8JsonReader json, out string name)
    {
        json.Read();
        name = "";
        if (json.TokenType == JsonTokenType.EndObject) return false;
        name = Text(ref json) ?? "";
        json.Read();
        return true;
    }

    private static int Offset(ref Utf8JsonReader json, string name) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var offset)
            ? offset
            : throw new FormException($"An offset in \"{name}\" is not a whole number.");

    /// <summary>A string, or a number as printed; null for null.</summary>
    private static string? Text(ref Utf8JsonReader json, string name) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => Text(ref json),
        JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
        _ => throw new FormException($"\"{name}\" is not text."),
    };

    private static string? Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8, or an escape for half a surrogate pair: legal JSON, but no text. What is broken becomes U+FFFD.
            return Repaired(json.ValueSpan);
        }
    }

    private static string Repaired(ReadOnlySpan<byte> utf8)
    {
        var escaped = Encoding.UTF8.GetString(utf8);
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }
            switch (escaped[++i])
            {
                case 'u': text.Append((char)int.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)); i += 4; break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case var other: text.Append(other); break;
            }
        }
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void RequireOffsetsInBody(Article article)
    {
        var length = article.Body.Length;
        foreach (var entities in new[] { article.People, article.Organisations, article.Places })
        {
            foreach (var entity in entities)
            {
                foreach (var mention in entity.Mentions) Require(mention.Start, mention.End, length, "mention of " + entity.Name);
            }
        }
        foreach (var quote in article.Quotes) Require(quote.Start, quote.End, length, "quote");
        foreach (var removal in article.Removed) Require(removal.At, removal.At, length, "removed passage");
    }

    private static void Require(int start, int end, int length, string what)
    {
        if (start < 0 || end < start || end > length) throw new FormException($"A {what} lies outside the body.");
    }

    /// <summary>Well-formed JSON that is not an article.</summary>
    private sealed class FormException(string message) : Exception(message);
}
