using System.Text;

namespace NewsSearch.Ingest.Entities;

/// <summary>Name -> key that all its writings share: lower case, no accents, no dots, one space where there was space or hyphen; initials stand together ("George H. W. Bush").</summary>
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
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is '.' or '’' or '\'' or (>= '\u0300' and <= '\u036F')) continue;
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '–')
            {
                if (key.Length > 0 && key[^1] != ' ' && !(IsInitial(name, i - 2) && IsInitial(name, i + 1))) key.Append(' ');
                continue;
            }
            key.Append(Folded(c));
        }
        return key.ToString().TrimEnd();
    }

    /// <summary>Whether a letter with a dot behind it stands there, no other letter before it.</summary>
    private static bool IsInitial(string name, int at) =>
        at >= 0 && at + 1 < name.Length && name[at + 1] == '.' && char.IsLetter(name[at]) && (at == 0 || !char.IsLetter(name[at - 1]));

    private static char Folded(char c) =>
        c < '\u00C0' || c > '\u017F' || Bases[c - '\u00C0'] == '.' ? char.ToLowerInvariant(c) : Bases[c - '\u00C0'];
}
