using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities.Naming;

/// <summary>"Long Name (ABC)" in a text -> what ABC stands for in it.</summary>
internal static class Acronyms
{
    private const int Longest = 10;

    /// <summary>The letters in brackets behind a name, where they are its initials but for one slip (KNCA for Korean Central News Agency); null where there are none.</summary>
    public static string? Behind(string text, TextRange name)
    {
        var rest = text.AsSpan(name.End);
        if (rest is not [' ', '(', ..]) return null;
        rest = rest[2..];
        var end = rest[..Math.Min(rest.Length, Longest + 2)].IndexOf(')');
        if (end < 2) return null;
        var letters = rest[..end].ToString().Replace(".", "", StringComparison.Ordinal);
        return letters.Length >= 2 && letters.All(char.IsUpper) && IsOneSlipAway(letters, Initials(text[name.Start..name.End])) ? letters : null;
    }

    private static string Initials(string name) =>
        string.Concat(name.Split((char[])[' ', '-', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    /// <summary>Whether two short words are alike but for one letter too many, too few, wrong, or two exchanged.</summary>
    private static bool IsOneSlipAway(string a, string b)
    {
        if (a == b) return true;
        if (b.Length < 3 || Math.Abs(a.Length - b.Length) > 1) return false;
        var same = 0;
        while (same < Math.Min(a.Length, b.Length) && a[same] == b[same]) same++;
        var (x, y) = (a[same..], b[same..]);
        return (a.Length > b.Length && x[1..] == y) || (a.Length < b.Length && x == y[1..])
            || (a.Length == b.Length && (x[1..] == y[1..] || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..])));
    }
}
