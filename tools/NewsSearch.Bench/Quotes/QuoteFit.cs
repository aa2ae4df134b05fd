using NewsSearch.Ingest.Quotes;
using NewsSearch.Ingest.Quotes.Choosing;

namespace NewsSearch.Bench.Quotes;

/// <summary>The annotations that may be tuned on -> a weight for each cue: those under which the right candidates are likeliest.</summary>
/// <remarks>
/// Multinomial logistic regression where several candidates may be right (for "none", nobody told and somebody unnamed), drawn towards
/// what is known beforehand; full gradients with momentum in a fixed order, so that the same annotations give the same weights. Who spoke
/// before is what the weights of the round before chose, as it will be when they are used.
/// </remarks>
internal sealed class QuoteFit(QuoteMeasure measure, List<AnnotatedArticle> articles)
{
    private const int Rounds = 3;
    private const int Steps = 600;
    private const int Folds = 5;
    private const double Speed = 2;
    private const double Momentum = 0.9;

    /// <summary>Of 0.1, 0.25, 0.5, 1 and 2 the two smallest were the best in cross-validation, and equal.</summary>
    private const double Penalty = 0.25;

    /// <summary>What a cue counts where the annotations tell nothing of it: those that are rare and sure. 0 for the others.</summary>
    private static readonly Dictionary<Cue, double> Priors = new()
    {
        [Cue.CapitalLabel] = 4,
        [Cue.Label] = 2,
        [Cue.NameBelow] = 3,
        [Cue.NextSentence] = 3,
        [Cue.By] = 1,
        [Cue.NamingBefore] = 1,
        [Cue.NameNounBefore] = 1,
        [Cue.InList] = 1,
    };

    /// <summary>Fits on four fifths of the articles and measures on the fifth, five times.</summary>
    public QuoteScore CrossValidate()
    {
        var score = new QuoteScore("cross");
        for (var fold = 0; fold < Folds; fold++)
        {
            CueWeights weights = new(Fit([.. articles.Where((_, i) => i % Folds != fold)]));
            foreach (var article in articles.Where((_, i) => i % Folds == fold)) score += measure.Score(article, QuoteFinder.Find(article.Made, weights, watch: null));
        }
        return score;
    }

    /// <summary>The weights of all articles, as lines of cues.txt.</summary>
    public IEnumerable<string> Lines()
    {
        var weights = Fit(articles);
        yield return "# Cue -> weight, fitted by newssearch-bench quotes --fit; docs/quotations.md tells how.";
        foreach (var cue in Enum.GetValues<Cue>()) yield return FormattableString.Invariant($"{cue} {weights[(int)cue]}");
    }

    private static double[] Fit(List<AnnotatedArticle> articles)
    {
        var weights = new double[CueWeights.Count];
        for (var round = 0; round < Rounds; round++) weights = Climb(Examples(articles, new CueWeights(weights)));
        return [.. weights.Select(weight => Math.Round(weight, 2))];
    }

    private static List<Example> Examples(List<AnnotatedArticle> articles, CueWeights weights)
    {
        var examples = new List<Example>();
        foreach (var article in articles)
        {
            QuoteFinder.Find(article.Made, weights, (range, candidates) =>
            {
                if (article.Quotes.Find(quote => article.IsAt(quote, range.Start, range.End)) is { Kind: not "unclear" } quote) examples.Add(ExampleOf(quote, candidates));
            });
        }
        return examples;
    }

    private static Example ExampleOf(AnnotatedQuote quote, IReadOnlyList<Candidate> candidates)
    {
        var isRight = candidates.Select(candidate => quote.Kind == "direct" ? !candidate.IsNoQuotation && quote.IsBy(candidate.Speaker?.Name) : candidate.IsNoQuotation).ToArray();
        // Where the speaker is no candidate it is best to tell nobody.
        if (!isRight.Contains(true)) isRight = [.. candidates.Select(candidate => candidate is { Speaker: null, IsNoQuotation: false })];
        return new Example([.. candidates.Select(candidate => Enum.GetValues<Cue>().Where(candidate.Has).Select(cue => (int)cue).ToArray())], isRight);
    }

    private static double[] Climb(List<Example> examples)
    {
        var weights = new double[CueWeights.Count];
        foreach (var (cue, weight) in Priors) weights[(int)cue] = weight;
        var speed = new double[CueWeights.Count];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[CueWeights.Count];
            for (var i = 0; i < gradient.Length; i++) gradient[i] = Penalty * (Priors.GetValueOrDefault((Cue)i) - weights[i]);
            foreach (var example in examples) example.AddGradient(weights, gradient);
            for (var i = 0; i < weights.Length; i++)
            {
                speed[i] = (Momentum * speed[i]) + (Speed * gradient[i] / examples.Count);
                weights[i] += speed[i];
            }
        }
        return weights;
    }

    /// <summary>A stretch: the cues of each candidate, and which of them are right.</summary>
    private sealed record Example(int[][] Cues, bool[] IsRight)
    {
        public void AddGradient(double[] weights, double[] gradient)
        {
            var shares = Array.ConvertAll(Cues, cues => Math.Exp(cues.Sum(cue => weights[cue])));
            var all = shares.Sum();
            var right = shares.Where((_, i) => IsRight[i]).Sum();
            for (var i = 0; i < shares.Length; i++)
            {
                var pull = (IsRight[i] ? shares[i] / right : 0) - (shares[i] / all);
                foreach (var cue in Cues[i]) gradient[cue] += pull;
            }
        }
    }
}
