using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>A MODS description, of an issue or of an article in it -> the fields it gives.</summary>
internal sealed class Mods(XElement? mods)
{
    public static Mods In(XElement? section) => new(section?.Below("mods").FirstOrDefault());

    public string? Title => mods is null ? null : TitleOf(mods);

    /// <summary>Title of the paper that an issue belongs to.</summary>
    public string? HostTitle =>
        mods?.At("relatedItem").Where(item => item.ValueAt("", "type") is "host" or "series").Select(TitleOf).FirstOrDefault(title => title is not null);

    public string? Language => mods?.LineAt("language/languageTerm");

    public IReadOnlyList<string> Authors => mods is null ? [] : [.. mods.At("name").Where(IsAuthor).Select(Name).OfType<string>()];

    /// <summary>Day of issue; one that is marked as doubtful comes last.</summary>
    public PublicationDate? Date => mods?.At("originInfo/dateIssued").OrderBy(date => date.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("qualif", StringComparison.Ordinal)))
        .Concat(mods.At("part/date")).Concat(mods.At("originInfo/dateCreated")).Concat(mods.At("relatedItem/part/date"))
        .Select(date => MachineDate.Of(date.Value.Trim('[', ']', ' ', '?', '\n', '\t', '\r'))).FirstOrDefault(date => date is not null);

    private static string? TitleOf(XElement element)
    {
        var title = element.At("titleInfo").FirstOrDefault(info => info.LineAt("title") is not null);
        return title is null ? null : Markup.Line(title.LineAt("nonSort") + " " + title.LineAt("title"));
    }

    private static bool IsAuthor(XElement name) =>
        !name.At("role/roleTerm").Any() || name.At("role/roleTerm").Any(role => Markup.Line(role)?.ToLowerInvariant() is "author" or "aut" or "creator" or "cre");

    /// <summary>"Serao, Matilde" is turned round.</summary>
    private static string? Name(XElement name)
    {
        var parts = name.At("namePart").Where(part => part.ValueAt("", "type") is not ("date" or "termsOfAddress"))
            .OrderBy(part => part.ValueAt("", "type") == "family").Select(Markup.Line).OfType<string>().ToList();
        var whole = string.Join(' ', parts);
        var comma = whole.IndexOf(", ", StringComparison.Ordinal);
        if (whole.Length == 0) return null;
        return parts.Count == 1 && comma > 0 && comma == whole.LastIndexOf(',') ? whole[(comma + 2)..] + " " + whole[..comma] : whole;
    }
}
