using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Words;
using NewsSearch.Train.Entities;

namespace NewsSearch.Ingest.Tests.Entities.Tagging;

public sealed class ModelFileTests
{
    /// <summary>A gazetteer of three entries as version 1 writes it: what it says must never change.</summary>
    private const string FrozenGazetteer = "4E53475A010D00000091F182970B06800307A502D4CDACF30E0281404003";

    [Fact]
    public void A_gazetteer_file_of_version_1_is_read_as_ever()
    {
        var lists = NameListFile.Read(new MemoryStream(Convert.FromHexString(FrozenGazetteer)));

        Assert.Equal([1, NameLists.Continues | 4096, 32, 0], new uint[] { 7, 300, 4_000_000_000, 8 }.Select(lists.Find));
    }

    [Fact]
    public void What_the_trainer_writes_is_what_is_read()
    {
        var lists = NameListFile.Read(new MemoryStream(Gazetteer()));
        var model = TaggerModel.Read(new MemoryStream(Model(lists)), lists, Classes());
        var scores = new int[TagSet.Count];

        model.Linear.Weights.Add([5, 6, 900], scores);

        Assert.Equal([0, -127, .. new int[14], 127], scores);
        Assert.Equal(-3, model.Linear.Transitions[1]);
    }

    [Fact]
    public void Word_classes_are_read_as_they_were_written()
    {
        Assert.Equal([new(12, 40)], Classes().Entries);
        Assert.NotEqual(Classes(40).Fingerprint, Classes(41).Fingerprint);
    }

    [Fact]
    public void A_model_of_other_word_classes_is_refused_with_a_sentence()
    {
        var lists = NameListFile.Read(new MemoryStream(Gazetteer()));

        var problem = Assert.Throws<InvalidDataException>(() => TaggerModel.Read(new MemoryStream(Model(lists)), lists, Classes(41)));

        Assert.Equal("The model of the name tagger was trained with other word classes than the program has. Make it again with NewsSearch.Train.", problem.Message);
    }

    [Fact]
    public void A_model_of_another_gazetteer_is_refused_with_a_sentence()
    {
        var problem = Assert.Throws<InvalidDataException>(() => TaggerModel.Read(new MemoryStream(Model(NameListFile.Read(new MemoryStream(Gazetteer())))), NameListFile.Shared, Classes()));

        Assert.Equal("The model of the name tagger was trained with other gazetteer than the program has. Make it again with NewsSearch.Train.", problem.Message);
    }

    [Fact]
    public void A_file_of_another_kind_or_version_is_refused_with_a_sentence()
    {
        var newer = Gazetteer();
        newer[4] = 9;

        Assert.Equal("The gazetteer has format version 9, the program reads 1. Make it again with NewsSearch.Train.", Assert.Throws<InvalidDataException>(() => NameListFile.Read(new MemoryStream(newer))).Message);
        Assert.Contains("does not begin with NSNT", Assert.Throws<InvalidDataException>(() => TaggerModel.Read(new MemoryStream(Gazetteer()), NameListFile.Shared, Classes())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_the_damage_is()
    {
        var lists = NameListFile.Read(new MemoryStream(Gazetteer()));
        var random = new Random(3);
        var model = Model(lists);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = model.ToArray();
            if (round % 2 == 0) bytes = bytes[..random.Next(bytes.Length)];
            else bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

            // A flip within Brotli's last, unused bits changes nothing.
            var problem = Record.Exception(() => TaggerModel.Read(new MemoryStream(bytes), lists, Classes()));

            Assert.True(problem is InvalidDataException || (problem is null && round % 2 == 1), problem?.ToString());
        }
    }

    [Fact]
    public void Content_that_is_nonsense_under_a_right_checksum_is_refused()
    {
        var random = new Random(4);
        for (var round = 0; round < 2000; round++)
        {
            var content = new byte[random.Next(60)];
            random.NextBytes(content);
            var lists = NewsSearch.Ingest.Entities.PackedResource.Write(NameListFile.Magic, NameListFile.Version, content);
            var classes = NewsSearch.Ingest.Entities.PackedResource.Write(WordClasses.Magic, WordClasses.Version, content);

            Assert.True(Record.Exception(() => NameListFile.Read(new MemoryStream(lists))) is null or InvalidDataException);
            Assert.True(Record.Exception(() => WordClasses.Read(new MemoryStream(classes))) is null or InvalidDataException);
        }
    }

    [Fact]
    public void The_shipped_model_gazetteer_and_classes_fit_the_program_and_are_small()
    {
        Assert.NotNull(TaggerModel.Shared);
        long Length(string resource) => typeof(TaggerModel).Assembly.GetManifestResourceStream(resource)!.Length;
        Assert.InRange(Length("tagger.bin") + Length("gazetteer.bin") + Length("classes.bin"), 1, 6_000_000);
    }

    private static byte[] Gazetteer() => ModelFiles.Gazetteer(new SortedDictionary<uint, int> { [7] = 1, [300] = NameLists.Continues | 4096, [4_000_000_000] = 32 });

    private static byte[] Model(NameLists lists)
    {
        var weights = new sbyte[2 * TagSet.Count];
        (weights[1], weights[^1]) = (-127, 127);
        var transitions = new int[TagSet.Count * TagSet.Count];
        transitions[1] = -3;
        return ModelFiles.Model(lists, Classes(), new QuantisedModel([5, 900], weights, transitions));
    }

    private static WordClasses Classes(ushort wordClass = 40) => WordClasses.Read(new MemoryStream(ModelFiles.Classes(new SortedDictionary<uint, ushort> { [12] = wordClass })));
}
