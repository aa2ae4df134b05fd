using NewsSearch.Archive;
using NewsSearch.Archive.Reading;

namespace NewsSearch.Web.Search;

/// <summary>Facet names and values -> the words of the pages.</summary>
internal sealed record FacetWords(string One, string Many, string NoValue)
{
    private static readonly Dictionary<string, FacetWords> Words = new(StringComparer.Ordinal)
    {
        ["outlet"] = new("Outlet", "Outlets", "outlet not known"),
        ["person"] = new("Person", "People", "nobody named"),
        ["org"] = new("Organisation", "Organisations", "none named"),
        ["place"] = new("Place", "Places", "none named"),
        ["agency"] = new("Agency", "Agencies", "no agency credited"),
        ["author"] = new("Author", "Authors", "author not known"),
        ["section"] = new("Section", "Sections", "section not known"),
        ["lang"] = new("Language", "Languages", "not recognised"),
        ["date"] = new("Published", "Published", "no date"),
    };

    public static FacetWords Of(string facet) => Words[facet];

    /// <summary>A value as shown: languages and months in words.</summary>
    public static string Value(string facet, string value) => (facet, value) switch
    {
        (_, FacetNames.NoValue) => value,
        ("lang", _) => LanguageNames.Of(value),
        ("date", _) => PeriodInWords.Of(value),
        _ => value,
    };
}
