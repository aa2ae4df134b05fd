using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>What a part of an article is.</summary>
internal enum MetsRole
{
    /// <summary>Not of the article's text: pictures and what stands under them.</summary>
    None,
    Heading,
    Lead,
    Author,
    Body,
}

/// <summary>Types of METS's divisions, as digitising programs write them -> what they are.</summary>
internal static class MetsRoles
{
    /// <summary>"ARTICLE" for "Article" and "np:article".</summary>
    public static string Type(XElement div)
    {
        var type = div.ValueAt("", "TYPE") ?? "";
        return type[(type.LastIndexOf(':') + 1)..].ToUpperInvariant();
    }

    public static bool IsArticle(string type) => type is "ARTICLE" or "NEWSPAPER_ARTICLE" or "OBITUARY" or "DEATH_NOTICE" or "WEATHER" or "LETTER" or "EDITORIAL" or "REVIEW";

    /// <summary>Null where the part is what the part around it is.</summary>
    public static MetsRole? Of(string type) => type switch
    {
        "HEADING" or "HEADLINE" or "TITLE" => MetsRole.Heading,
        "SUBHEADLINE" or "SUBTITLE" or "SUBHEADING" or "LEAD" or "ABSTRACT" => MetsRole.Lead,
        "AUTHOR" or "BYLINE" => MetsRole.Author,
        "BODY" => MetsRole.Body,
        "ILLUSTRATION" or "IMAGE" or "PHOTO" or "PICTURE" or "CAPTION" or "TITLE_SECTION" => MetsRole.None,
        _ => null,
    };

    public static List<IReadOnlyList<MetsArea>> List(MetsArticle article, MetsRole role) => role switch
    {
        MetsRole.Heading => article.Heading,
        MetsRole.Lead => article.Lead,
        MetsRole.Author => article.Author,
        _ => article.Body,
    };
}
