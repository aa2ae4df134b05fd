using NewsSearch.Ingest.Metadata.Languages;
using NewsSearch.Train.Languages;

namespace NewsSearch.Ingest.Tests.Metadata.Languages;

/// <summary>A model of three languages, trained from our own words alone.</summary>
public sealed class ScriptModelTests
{
    private static readonly ScriptTrainer Trainer = Train();
    private static readonly ScriptModel Model = LanguageModel.Read(new MemoryStream(ModelWriter.Write([Trainer]))).ByScript[(int)Script.Devanagari]!;

    [Fact]
    public void The_same_words_give_the_same_bytes() => Assert.Equal(ModelWriter.Write([Train()]), ModelWriter.Write([Trainer]));

    [Fact]
    public void Languages_and_priors_are_read_as_written()
    {
        Assert.Equal(["hi", "mr", "ne"], Model.Languages);
        Assert.Equal(Trainer.Languages.Select(language => (int)Math.Round(language.PriorNats * LanguageModel.UnitsPerNat)), Model.Priors);
    }

    [Fact]
    public void A_word_costs_what_the_plain_sum_over_its_sequences_says()
    {
        var random = new Random(11);
        var letters = string.Concat(Trainer.Words).Append('x').ToArray();
        for (var round = 0; round < 2000; round++)
        {
            var word = round < 150 ? Trainer.Words.ElementAt(round) : new string([.. Enumerable.Range(0, random.Next(1, WordScanner.MaxLength + 1)).Select(_ => letters[random.Next(letters.Length)])]);
            var costs = Model.NewCosts();

            Model.Add($" {word} ", 2, costs, lately: null);

            Assert.Equal(PlainCosts(word), Enumerable.Range(0, 3).Select(language => FourLanes.Lane(costs[0], language) / 2));
        }
    }

    [Fact]
    public void What_was_met_lately_costs_the_same()
    {
        var random = new Random(14);
        var letters = string.Concat(Trainer.Words).Append('x').ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => letters[random.Next(letters.Length)])]); // short, so that most come again
            var (plain, lately) = (Model.NewCosts(), Model.NewCosts());

            Model.Add($" {word} ", 2, plain, lately: null);
            Model.Add($" {word} ", 2, lately, Model.Lately);

            Assert.Equal(plain, lately);
        }
    }

    [Fact]
    public void Four_lanes_give_the_lesser_number_of_each()
    {
        var random = new Random(12);
        for (var round = 0; round < 1000; round++)
        {
            int[] left = [.. Numbers(random)], right = [.. Numbers(random)];

            var least = FourLanes.Min(Pack(left), Pack(right));

            Assert.Equal(left.Zip(right, Math.Min), Enumerable.Range(0, 4).Select(lane => FourLanes.Lane(least, lane)));
            Assert.Equal(left.Min(), FourLanes.Least(Pack(left)));
        }
        Assert.Equal(Pack([7, 7, 7, 7]), FourLanes.Of(7));
    }

    [Fact]
    public void A_row_table_finds_what_a_dictionary_finds()
    {
        var random = new Random(13);
        var plain = new Dictionary<ulong, int>();
        while (plain.Count < 3000) plain[(ulong)random.NextInt64(1, 20_000) << random.Next(48)] = plain.Count;
        var table = new RowTable(plain.Count);
        foreach (var (key, row) in plain) table.Add(key, row);

        for (ulong key = 1; key < 20_000; key++) Assert.Equal(plain.GetValueOrDefault(key, -1), table.Find(key));
        foreach (var (key, row) in plain) Assert.Equal(row, table.Find(key));
    }

    private static ScriptTrainer Train() => new(Script.Devanagari, [.. TrainedLanguages.ByScript[Script.Devanagari]], new WordLists("nowhere", "nowhere"));

    private static int[] PlainCosts(string word)
    {
        var sums = Trainer.Words.Contains(word) ? [.. Trainer.Costs(word).Select(cost => (int)cost)] : new int[3];
        var padded = $" {word} ";
        for (var end = 1; end < padded.Length && !Trainer.Words.Contains(word); end++)
        {
            for (var start = Math.Max(0, end - ScriptModel.Order + 1); start <= end; start++)
            {
                var sequence = padded[start..(end + 1)].Aggregate(0UL, (key, letter) => (key << 16) | letter);
                if (!Trainer.Sequences.Contains(sequence)) continue;
                foreach (var (cost, language) in Trainer.Costs(sequence).Select((cost, language) => (cost, language))) sums[language] += cost;
                break;
            }
        }
        return [.. sums.Select(sum => Math.Min(sum - sums.Min(), LanguageModel.MaxWordCost))];
    }

    private static IEnumerable<int> Numbers(Random random) => Enumerable.Range(0, 4).Select(_ => random.Next(random.Next(2) == 0 ? 4 : 1 << 15));

    private static ulong Pack(int[] numbers) => numbers.Select((number, lane) => (ulong)number << (lane * 16)).Aggregate((left, right) => left | right);
}
