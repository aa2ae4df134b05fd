using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>What the places of the words add to the best hits, by looking at every pair of places.</summary>
internal static class NaiveRescoring
{
    /// <summary>Rescores the first 100 and puts them into their new order; the others stay behind them.</summary>
    public static void Apply(List<NaiveHit> hits, QueryNode root, QueryBinding binding, NaiveSearcher searcher)
    {
        var words = Words(root).DistinctBy(word => word.Term).ToList();
        if (words.Count < 2) return;
        var rescoring = binding.Scoring.Rescoring!;
        var weights = words.ToDictionary(word => word.Term, word => searcher.Weight(word.Word, word.Term, searcher.TextsOf(binding.Words.StemList!)));
        var first = hits.Take(100).Select(hit => hit with { Score = hit.Score + Added(hit.Document) }).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).ToList();
        hits.RemoveRange(0, first.Count);
        hits.InsertRange(0, first);

        double Added(NaiveDocument document)
        {
            var nearness = weights.Keys.ToDictionary(term => term, _ => 0d);
            var (early, passage) = (0d, 0d);
            foreach (var text in binding.Words.ExactLists.Select(list => searcher.TextsOf(list).Single()))
            {
                var places = document.Tokens(text).Where(token => weights.ContainsKey(token.Term)).ToList();
                for (var i = 1; i < places.Count; i++)
                {
                    var (one, other, distance) = (places[i - 1].Term, places[i].Term, places[i].Position - places[i - 1].Position);
                    if (one == other) continue;
                    nearness[one] += searcher.TextWeight(document, text) * weights[other] / Math.Pow(distance, 2);
                    nearness[other] += searcher.TextWeight(document, text) * weights[one] / Math.Pow(distance, 2);
                }

                if (text != rescoring.Text) continue;
                early = places.GroupBy(place => place.Term).Sum(word => weights[word.Key] / (1 + ((double)word.Min(place => place.Position) / rescoring.EarlyPositions)));
                passage = places.Select(first => Passage(places, first.Position, rescoring.PassageLength).Sum(term => weights[term])).DefaultIfEmpty().Max();
            }

            return (rescoring.Earliness * early) + (rescoring.Passage * passage) + (rescoring.Nearness * nearness.Sum(near => Math.Min(1, weights[near.Key]) * near.Value / (binding.Scoring.Saturation + near.Value)));
        }
    }

    /// <summary>The different words from a position on, as far as a passage goes.</summary>
    private static IEnumerable<string> Passage(List<NaiveToken> places, int start, int length) =>
        places.Where(place => place.Position >= start && place.Position < start + length).Select(place => place.Term).Distinct();

    private static IEnumerable<(string Word, string Term)> Words(QueryNode node) => node switch
    {
        AndNode and => and.Children.SelectMany(Words),
        OrNode or => or.Children.SelectMany(Words),
        PlainWord word => NaiveDocument.Analyse(word.Text),
        _ => [],
    };
}
