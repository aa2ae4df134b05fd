using System.Collections.ObjectModel;

namespace NewsSearch.Archive;

/// <summary>One news article: what Ingest makes, the index holds, and JSON Lines carry. A round trip through JSON loses nothing.</summary>
/// <remarks>Offsets are UTF-16 code units of <see cref="Body"/>, ranges half-open.</remarks>
public sealed record Article
{
    /// <summary>Longest id, in UTF-16 units. Taste: longer than any address that is still one.</summary>
    public const int MaxIdLength = 2000;


    /// <summary>Given by the source; else a hash of the canonical URL; else of the raw source text. Any characters.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the article, if known.</summary>
    public string? Url { get; init; }

    /// <summary>The headline; null where the source has none (then the beginning of the lead is shown, marked as such).</summary>
    public string? Title { get; init; }

    /// <summary>The rule that chose the title.</summary>
    public string? TitleFrom { get; init; }

    /// <summary>Standfirst or first paragraph.</summary>
    public string? Lead { get; init; }

    /// <summary>Clean text; paragraphs are separated by one empty line.</summary>
    public string Body { get; init; } = "";

    /// <summary>Canonical name of the outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>The rule that chose the outlet.</summary>
    public string? OutletFrom { get; init; }

    /// <summary>Host of the address.</summary>
    public string? Host { get; init; }

    /// <summary>When it was published, cut to what is known; null where unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>The rule that chose the date.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>Authors, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Section of the paper.</summary>
    public string? Section { get; init; }

    /// <summary>ISO 639-1 code; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Whether its language is known and not English, the one that the name tagger has learned.</summary>
    public bool IsOfOtherLanguage => Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is false;

    /// <summary>News agencies credited or named as source.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>People named, under their canonical names.</summary>
    public IReadOnlyList<NamedEntity> People { get; init; } = [];

    /// <summary>Organisations named.</summary>
    public IReadOnlyList<NamedEntity> Organisations { get; init; } = [];

    /// <summary>Places named.</summary>
    public IReadOnlyList<NamedEntity> Places { get; init; } = [];

    /// <summary>Quotations with their speakers.</summary>
    public IReadOnlyList<Quotation> Quotes { get; init; } = [];

    /// <summary>What cleaning took out: nothing disappears silently.</summary>
    public IReadOnlyList<Removal> Removed { get; init; } = [];

    /// <summary>Field -> the rule that chose its value, for the fields that have no reason of their own above.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What corrections overrule, in the order they were made: undoing one needs no source.</summary>
    public IReadOnlyList<OverruledField> Overruled { get; init; } = [];

    /// <summary>Mean confidence of its words, 0 to 1, where they were recognised on a scanned page and the recogniser told it.</summary>
    public double? WordConfidence { get; init; }

    /// <summary>Where it was read: file, and place in the file after '#'.</summary>
    public string? Source { get; init; }

    /// <summary>The rule that chose a field's value; null where none is known.</summary>
    public string? ReasonFor(string field) => field switch
    {
        "title" => TitleFrom,
        "outlet" => OutletFrom,
        "published" => PublishedBy,
        _ => Reasons.GetValueOrDefault(field),
    };

    /// <summary>The article with another rule behind a field; null for none.</summary>
    public Article WithReason(string field, string? rule) => field switch
    {
        "title" => this with { TitleFrom = rule },
        "outlet" => this with { OutletFrom = rule },
        "published" => this with { PublishedBy = rule },
        _ => this with { Reasons = rule is null ? Reasons.Where(reason => reason.Key != field).ToDictionary(StringComparer.Ordinal) : new Dictionary<string, string>(Reasons, StringComparer.Ordinal) { [field] = rule } },
    };
}

/// <summary>What a field would be without its correction.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value as text; null where it had none.</param>
/// <param name="Rule">The rule that chose it.</param>
public sealed record OverruledField(string Field, string? Value, string? Rule);

/// <summary>A stretch [Start, End) of the body.</summary>
public readonly record struct TextRange(int Start, int End);

/// <summary>A person, organisation or place: canonical name and where it is mentioned (none when only the name was given).</summary>
public sealed record NamedEntity(string Name, IReadOnlyList<TextRange> Mentions)
{
    /// <summary>A surname alone, of which neither the text nor the archive tells whose it is: kept with its places, but no value to find or filter by.</summary>
    public bool IsLone { get; init; }
}

/// <summary>A quotation.</summary>
/// <param name="Text">The words.</param>
/// <param name="Speaker">Canonical name of who said it, if the text tells.</param>
/// <param name="Start">Start in the body.</param>
/// <param name="End">End in the body.</param>
/// <param name="Kind">"direct" or "indirect".</param>
/// <param name="Rule">The rule that found the speaker.</param>
public sealed record Quotation(string Text, string? Speaker, int Start, int End, string Kind, string? Rule);

/// <summary>A passage that cleaning took out of the body.</summary>
/// <param name="Text">The passage.</param>
/// <param name="At">Where in the clean body it stood.</param>
/// <param name="Rule">The cleaning rule that took it.</param>
public sealed record Removal(string Text, int At, string Rule);
