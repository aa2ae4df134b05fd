using NewsSearch.Ingest.Entities.Tagging.Words;
using NewsSearch.Train.Entities.Annotated;
using NewsSearch.Train.Entities.WordGroups;

namespace NewsSearch.Ingest.Tests.Entities.Tagging;

public sealed class TrainerTests
{
    [Fact]
    public void Directions_that_point_alike_are_of_one_group()
    {
        var random = new Random(5);
        int[] Near(int dimension) => WordVectors.Direction([.. Enumerable.Range(0, WordVectors.Dimensions).Select(i => (i == dimension ? 10 : 0) + random.NextDouble())]);
        int[][] directions = [.. Enumerable.Range(0, 60).Select(number => Near(number % 3 * 20))];

        var groups = DirectionGroups.Of(directions, 3);

        Assert.Equal(groups, DirectionGroups.Of(directions, 3));
        Assert.All(Enumerable.Range(0, 57), number => Assert.Equal(groups[number], groups[number + 3]));
    }

    [Fact]
    public void A_sentence_that_is_not_in_our_annotation_stays_as_it_is()
    {
        var own = new OwnAnnotation();
        List<(string, string)> sentence = [("Nobody", "O"), ("wrote", "O"), ("this", "O"), ("in", "O"), ("Nowheretown", "B-LOC")];

        Assert.Equal(676, own.Count);
        Assert.False(own.Has(sentence));
        Assert.Same(sentence, own.Amended(sentence));
    }

    [Fact]
    public void A_hyphened_word_without_a_class_has_that_of_its_first_part()
    {
        var words = new Vocabulary(new Dictionary<uint, ushort> { [WordReader.Hash("jae")] = 40, [WordReader.Hash("jae-up")] = 41 });

        Assert.Equal([40, 40, 41, 0], Tokenizer.Tokenize("Jae Jae-in Jae-up in", words).Select(token => (int)token.Class));
    }
}
