namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>The places of a query's words in one text of one document, in the order of the text.</summary>
/// <remarks>Reusable, for one thread.</remarks>
internal sealed class WordPlaces
{
    private const int WordBits = 8;

    /// <summary>Words that can be told apart.</summary>
    public const int MaxWords = 1 << WordBits;

    private readonly List<long> _places = [];
    private readonly int[] _counts = new int[MaxWords];

    public void Clear() => _places.Clear();

    /// <param name="word">Number of the word, below <see cref="MaxWords"/>.</param>
    /// <param name="positions">Where it stands.</param>
    public void Add(int word, ReadOnlySpan<int> positions)
    {
        foreach (var position in positions) _places.Add(((long)position << WordBits) | (long)word);
    }

    /// <summary>Puts the places in the order of the text; to be called before what follows.</summary>
    public void Sort() => _places.Sort();

    /// <summary>Adds to each word's entry how near the others stand: for each two neighbouring places of different words, the weight of the
    /// other by the square of their distance.</summary>
    /// <remarks>Source: Büttcher, Clarke and Lushman, "Term proximity scoring for ad-hoc retrieval on very large text collections" (2006).</remarks>
    /// <param name="weights">Of each word.</param>
    /// <param name="scale">What a text of this length counts.</param>
    /// <param name="nearness">By word.</param>
    public void AddNearness(ReadOnlySpan<float> weights, double scale, Span<double> nearness)
    {
        for (var i = 1; i < _places.Count; i++)
        {
            var (one, other) = (Word(i - 1), Word(i));
            if (one == other) continue;
            double distance = Position(i) - Position(i - 1);
            nearness[one] += scale * weights[other] / (distance * distance);
            nearness[other] += scale * weights[one] / (distance * distance);
        }
    }

    /// <summary>The weight of the words, each by how early it stands there first: all of it at the very beginning, half after so many positions.</summary>
    public double Earliness(ReadOnlySpan<float> weights, int positions)
    {
        Array.Clear(_counts);
        var (sum, left) = (0d, weights.Length);
        for (var i = 0; i < _places.Count && left > 0; i++)
        {
            if (_counts[Word(i)]++ > 0) continue;
            sum += weights[Word(i)] / (1 + ((double)Position(i) / positions));
            left--;
        }

        return sum;
    }

    /// <summary>The most that the words in any passage of so many positions weigh together, each once.</summary>
    public double BestPassage(ReadOnlySpan<float> weights, int positions)
    {
        Array.Clear(_counts);
        var (best, sum, first) = (0d, 0d, 0);
        for (var i = 0; i < _places.Count; i++)
        {
            if (_counts[Word(i)]++ == 0) sum += weights[Word(i)];
            for (; Position(i) - Position(first) >= positions; first++)
            {
                if (--_counts[Word(first)] == 0) sum -= weights[Word(first)];
            }

            best = Math.Max(best, sum);
        }

        return best;
    }

    private int Word(int place) => (int)(_places[place] & (MaxWords - 1));

    private int Position(int place) => (int)(_places[place] >> WordBits);
}
