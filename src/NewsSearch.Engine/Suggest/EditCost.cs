namespace NewsSearch.Engine.Suggest;

/// <summary>Typed word, meant word -> how unlikely the slip is: minus the logarithm of its probability, but for a constant.</summary>
/// <remarks>
/// The channel of a noisy-channel speller (Kernighan, Church and Gale 1990) without a table of slips learned from anybody's typing: every edit
/// costs the same, but for what holds of slips in general (Pollock and Zamora 1984: the first letter is seldom wrong; letters are doubled or
/// not, exchanged with their neighbours, vowels mixed up, the key beside is hit). Letters are code points, edits those of
/// <see cref="Queries.TermPattern.Fuzzy"/>, no part edited twice.
/// </remarks>
internal static class EditCost
{
    /// <summary>What an edit costs at least and at most; taste, checked by the measure of suggestions.</summary>
    public const double Least = 3.5, Most = 6.5;

    private const double Edit = 5, Doubled = 3.5, Swapped = 4.5, NearKey = 4.5, Vowel = 4.5, OfFirstLetter = 1.5;

    private const string Vowels = "aeiouy";

    /// <summary>Rows of the keyboard; beside each other are the keys whose columns differ by one at most.</summary>
    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static double Of(string typed, string meant)
    {
        int[] from = [.. typed.EnumerateRunes().Select(rune => rune.Value)], to = [.. meant.EnumerateRunes().Select(rune => rune.Value)];
        var costs = new double[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                if (i + j > 0) costs[i, j] = Cheapest(costs, from, to, i, j);
            }
        }

        return costs[from.Length, to.Length];
    }

    private static double Cheapest(double[,] costs, int[] from, int[] to, int i, int j)
    {
        var best = double.MaxValue;
        var first = Math.Max(i, j) == 1 ? OfFirstLetter : 0;
        if (i > 0) best = costs[i - 1, j] + first + One(from, i);
        if (j > 0) best = Math.Min(best, costs[i, j - 1] + first + One(to, j));
        if (i > 0 && j > 0) best = Math.Min(best, costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : first + Replaced(from[i - 1], to[j - 1])));
        if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] && from[i - 1] != from[i - 2])
            best = Math.Min(best, costs[i - 2, j - 2] + Swapped);
        return best;
    }

    /// <summary>A letter too many or too few, which is likeliest where the same letter stands beside it.</summary>
    private static double One(int[] word, int at) =>
        (at > 1 && word[at - 1] == word[at - 2]) || (at < word.Length && word[at - 1] == word[at]) ? Doubled : Edit;

    private static double Replaced(int typed, int meant) =>
        IsVowel(typed) && IsVowel(meant) ? Vowel : AreBeside(typed, meant) ? NearKey : Edit;

    private static bool IsVowel(int letter) => letter < 128 && Vowels.Contains((char)letter);

    private static bool AreBeside(int a, int b)
    {
        var (row, column) = KeyOf(a);
        var (otherRow, otherColumn) = KeyOf(b);
        return row >= 0 && otherRow >= 0 && Math.Abs(row - otherRow) <= 1 && Math.Abs(column - otherColumn) <= 1;
    }

    private static (int Row, int Column) KeyOf(int letter)
    {
        for (var row = 0; row < Keys.Length && letter < 128; row++)
        {
            if (Keys[row].IndexOf((char)letter) is >= 0 and var column) return (row, column);
        }

        return (-1, -1);
    }
}
