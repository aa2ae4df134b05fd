using NewsSearch.Archive;

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

    private static readonly Dictionary<string, string> Languages = """
        ar Arabic,bg Bulgarian,cs Czech,da Danish,de German,el Greek,en English,es Spanish,fa Persian,fi Finnish,fr French,
        he Hebrew,hi Hindi,hu Hungarian,id Indonesian,it Italian,ja Japanese,ko Korean,nl Dutch,no Norwegian,pl Polish,
        pt Portuguese,ro Romanian,ru Russian,sr Serbian,sv Swedish,th Thai,tr Turkish,uk Ukrainian,vi Vietnamese,zh Chinese
        """.Split(',', StringSplitOptions.TrimEntries).ToDictionary(pair => pair[..2], pair => pair[3..], StringComparer.Ordinal);

    public static FacetWords Of(string facet) => Words[facet];

    /// <summary>"en" -> "English"; a code without a name stays as it is.</summary>
    public static string Language(string code) => Languages.GetValueOrDefault(code, code);

    /// <summary>A value as shown: languages and months in words.</summary>
    public static string Value(string facet, string value) => (facet, value) switch
    {
        (_, FacetNames.NoValue) => value,
        ("lang", _) => Language(value),
        ("date", _) => InWords.Period(value),
        _ => value,
    };
}
