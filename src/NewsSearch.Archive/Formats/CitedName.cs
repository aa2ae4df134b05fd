using System.Collections.Frozen;

namespace NewsSearch.Archive.Formats;

/// <summary>An author as printed -> family and given name where nothing speaks against it; else the name as a whole.</summary>
/// <remarks>
/// Split are "Jane Example", "J. R. Example" and "Example, Jane". Everything else is left whole, which is never wrong: a style
/// prints it as it stands. Left whole are three full words ("Kim Jong Un", "Rosa Amet Lorem"), names with lower-case particles,
/// names in capitals, names in other scripts, names of articles in languages that put the family first, and offices.
/// </remarks>
/// <param name="Whole">The name as printed.</param>
/// <param name="Family">Family name; null where it is left whole.</param>
/// <param name="Given">Given name or initials; null likewise.</param>
public readonly record struct CitedName(string Whole, string? Family, string? Given)
{
    /// <summary>Languages whose names begin with the family, so that "Nagy Anna" must not be turned.</summary>
    private static readonly FrozenSet<string> FamilyFirst = FrozenSet.ToFrozenSet(["hu", "ja", "ko", "vi", "zh"]);

    /// <summary>Words of offices and desks, and what follows a comma without being a given name.</summary>
    private static readonly FrozenSet<string> NoName = FrozenSet.ToFrozenSet(
        """
        admin administrator agency associated author authors board bureau business columnist contributor correspondent culture daily department desk
        editor editorial editors foreign gazette group guest herald international jr media monitoring national network news newsroom office
        our photographer politics post press production redaction redaktion report reporter reporters reporting reuters service services special sport sports sr
        staff state syndicate team television the times today tribune tv unit wire world writer writers ii iii iv dr prof sir lady lord mr mrs ms
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    internal static CitedName Of(string name, Article article)
    {
        var isOffice = name == article.Outlet || article.Agencies.Contains(name) || article.Organisations.Any(office => office.Name == name);
        var words = name.Split(' ');
        if (isOffice || words.Any(word => NoName.Contains(word.TrimEnd('.', ',')))) return new(name, null, null);
        if (words is [[.., ','] family, var given] && IsWord(family[..^1]) && IsWord(given)) return new(name, family[..^1], given);
        if (article.Language is { Length: >= 2 } language && FamilyFirst.Contains(language[..2].ToLowerInvariant())) return new(name, null, null);
        var safe = words.Length >= 2 && IsWord(words[^1]) && (IsWord(words[0]) || IsInitial(words[0])) && words[1..^1].All(IsInitial);
        return safe ? new(name, words[^1], string.Join(' ', words[..^1])) : new(name, null, null);
    }

    /// <summary>"Example", "O’Example", "Anne-Marie": a Latin capital, and a small letter somewhere.</summary>
    private static bool IsWord(string word) =>
        word.Length > 1 && char.IsUpper(word[0]) && word.Any(char.IsLower) && word.All(c => char.IsLetter(c) ? IsLatin(c) : c is '-' or '\'' or '’');

    /// <summary>"J.", "J.R.", "J".</summary>
    private static bool IsInitial(string word) => word.Length > 0 && char.IsUpper(word[0]) && word.All(c => c == '.' || (char.IsUpper(c) && IsLatin(c))) && word.Count(char.IsUpper) <= 3;

    private static bool IsLatin(char letter) => letter is <= '\u024f' or (>= '\u1e00' and <= '\u1eff');
}
