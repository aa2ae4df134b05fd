using System.Globalization;
using System.Text;

namespace NewsSearch.Bench.Ingesting;

/// <summary>Numbers from a seed -> words, names, and text of news, as frequent and as many as in a large archive.</summary>
/// <remarks>
/// Ranks follow Zipf's law with exponent 1 up to some thousand and 1.8 behind, as in large English corpora (Ferrer i Cancho and Solé,
/// "Two regimes in the frequency of words", 2001): six million words hold some 140,000 different ones, two gigabytes more than a million.
/// The first ranks are the frequent words of English, the others syllables, a different row for each.
/// </remarks>
internal sealed class MadeUpWords(int seed)
{
    /// <summary>Ranks of the first regime, and how many of a hundred words are among them.</summary>
    private const int Kernel = 1 << 13, InKernel = 92;

    private const double TailExponent = 1.8;

    /// <summary>People are fewer than words, but fewer of them are known to all.</summary>
    private const int KnownPeople = 70, FirstNames = 1 << 9;

    private static readonly string[] Frequent =
        "the of to and a in that is was for on it with as he be at by had not are but from or have an they which one were her all she there would their we him been has when who will more no if out so up said what its about than into them can only other time new some could these two may then first any like my now over such our most even after also did many before must through years where much your way well down should because long each just state those people too mr how little good world make very year still see own work men day get here old between both life being under three never know same last another while us off might great go come since against right came take used himself few house american use place during without again home around small however found mrs part school thought went say general once upon every war left government public says president against police minister market city week"
            .Split(' ').Distinct().ToArray();

    private static readonly string[] Syllables = [.. from first in "b c d f g h k l m n p r s t v br ch pl st tr".Split(' ') from vowel in "a e i o u ai ou".Split(' ') select first + vowel];

    private static readonly string[] Endings = ["n", "r", "s", "t", "l", "nd", "", "st"];

    private readonly Random _random = new(seed);

    public int Below(int end) => _random.Next(end);

    public bool In(int percent) => _random.Next(100) < percent;

    /// <summary>A number below another, small ones far more often.</summary>
    public int Rank(int end) => (int)Math.Pow(end, _random.NextDouble()) - 1;

    public string Person()
    {
        var number = RankOf(KnownPeople);
        return Capital(Spelled(Frequent.Length + (int)(number * 31L % FirstNames))) + " " + Capital(Spelled((1 << 10) + (number / 2)));
    }

    /// <summary>Sentences, with names and here and there a quotation.</summary>
    /// <param name="text">Takes them.</param>
    /// <param name="sentences">How many.</param>
    /// <param name="people">Who is named.</param>
    public void Paragraph(StringBuilder text, int sentences, IReadOnlyList<string> people)
    {
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            var start = text.Length;
            if (In(15)) text.Append('“');
            var isQuoted = text.Length > start;
            Sentence(text, 8 + Below(20), people);
            if (isQuoted) text.Append(",” said ").Append(people[Below(people.Count)]);
            text.Append(sentence + 1 < sentences ? ". " : ".");
        }
    }

    /// <summary>Words that begin with a capital.</summary>
    public void Sentence(StringBuilder text, int words, IReadOnlyList<string> people)
    {
        var start = text.Length;
        for (var word = 0; word < words; word++)
        {
            if (word > 0) text.Append(' ');
            if (In(2)) text.Append(people[Below(people.Count)]);
            else if (In(2)) text.Append(1 + Rank(100_000));
            else text.Append(Spelled(RankOf(InKernel)));
        }
        if (text[start] != '“') text[start] = char.ToUpperInvariant(text[start]);
    }

    private int RankOf(int inKernel) => In(inKernel) ? Rank(Kernel) : (int)Math.Min(int.MaxValue, Kernel * Math.Pow(1 - _random.NextDouble(), -1 / (TailExponent - 1)));

    public static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    /// <summary>The word of a rank.</summary>
    public static string Spelled(int rank)
    {
        if (rank < Frequent.Length) return Frequent[rank];
        var left = rank - Frequent.Length;
        var word = new StringBuilder(Syllables[left % Syllables.Length]);
        for (left /= Syllables.Length; left > 0; left /= Syllables.Length) word.Append(Syllables[left % Syllables.Length]);
        return word.Append(Endings[rank % Endings.Length]).ToString();
    }
}
