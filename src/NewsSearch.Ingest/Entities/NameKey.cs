using System.Text;

namespace NewsSearch.Ingest.Entities;

/// <summary>Name -> key that all its writings share: lower case, no accents, no dots, one space where there was space or hyphen.</summary>
internal static class NameKey
{
    /// <summary>Base letters of U+00C0 to U+017F; a dot stands for what has none.</summary>
    private const string Bases =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is '.' or '’' or '\'' or (>= '\u0300' and <= '\u036F')) continue;
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '–')
            {
                if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
                continue;
            }
            key.Append(Folded(c));
        }
        return key.ToString().TrimEnd();
    }

    private static char Folded(char c) =>
        c < '\u00C0' || c > '\u017F' || Bases[c - '\u00C0'] == '.' ? char.ToLowerInvariant(c) : Bases[c - '\u00C0'];
}
