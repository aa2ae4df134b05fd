using NewsSearch.Engine.Search.Rescoring;

namespace NewsSearch.Engine.Tests.Search.Rescoring;

public sealed class WordPlacesTests
{
    private static readonly float[] Weights = [1, 2, 4];

    [Fact]
    public void A_passage_counts_each_word_once_and_as_far_as_it_reaches()
    {
        var places = Places([0, 3, 5], [12], [9, 40]);

        Assert.Equal(4, places.BestPassage(Weights, 1));
        Assert.Equal(4, places.BestPassage(Weights, 3));
        Assert.Equal(6, places.BestPassage(Weights, 4));
        Assert.Equal(6, places.BestPassage(Weights, 7));
        Assert.Equal(7, places.BestPassage(Weights, 8));
    }

    [Fact]
    public void A_word_counts_half_after_so_many_positions_and_only_where_it_stands_first() =>
        Assert.Equal(1 + (2 / 2.0) + (4 / 3.0), Places([0, 1], [10, 11], [20]).Earliness(Weights, 10), precision: 6);

    [Fact]
    public void Without_words_nothing_counts()
    {
        var places = Places();

        Assert.Equal(0, places.BestPassage(Weights, 20));
        Assert.Equal(0, places.Earliness(Weights, 50));
    }

    private static WordPlaces Places(params int[][] positions)
    {
        var places = new WordPlaces();
        for (var word = 0; word < positions.Length; word++) places.Add(word, positions[word]);
        places.Sort();
        return places;
    }
}
