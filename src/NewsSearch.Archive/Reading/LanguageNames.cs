namespace NewsSearch.Archive.Reading;

/// <summary>Language code -> its name in English.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, string> Names = """
        ar Arabic,bg Bulgarian,cs Czech,da Danish,de German,el Greek,en English,es Spanish,fa Persian,fi Finnish,fr French,
        he Hebrew,hi Hindi,hu Hungarian,id Indonesian,it Italian,ja Japanese,ko Korean,nl Dutch,no Norwegian,pl Polish,
        pt Portuguese,ro Romanian,ru Russian,sr Serbian,sv Swedish,th Thai,tr Turkish,uk Ukrainian,vi Vietnamese,zh Chinese
        """.Split(',', StringSplitOptions.TrimEntries).ToDictionary(pair => pair[..2], pair => pair[3..], StringComparer.OrdinalIgnoreCase);

    /// <summary>"en" -> "English"; a code without a name stays as it is.</summary>
    public static string Of(string code) => Names.GetValueOrDefault(code, code);
}
