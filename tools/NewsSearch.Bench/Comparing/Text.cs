namespace NewsSearch.Bench.Comparing;

/// <summary>What an engine printed, short enough to be shown.</summary>
internal static class Text
{
    private const int ShownCharacters = 200;

    public static string Cut(string text) => text.Length <= ShownCharacters ? text : text[..ShownCharacters] + " …";
}
