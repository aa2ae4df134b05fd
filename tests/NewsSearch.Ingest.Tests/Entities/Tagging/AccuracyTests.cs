using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Train.Entities.Annotated;

namespace NewsSearch.Ingest.Tests.Entities.Tagging;

/// <summary>The model that ships, on texts that it never learned from; what it reaches stands about half a point above.</summary>
public sealed class AccuracyTests
{
    private static string Shared => Path.Combine(Folders.Repository, "..", "shared");

    [SharedTheory("ner", "train")]
    [InlineData("voa.dev", 96)]
    [InlineData("wikigold", 75)]
    public void Names_of_annotated_sentences_are_found(string set, double least) =>
        Assert.InRange(F1(BioFile.Read(Path.Combine(Shared, "ner", "train", set + ".bio.gz"))), least, 100);

    [SharedTheory("data", "en-worldwide-newswire")]
    [InlineData(81)]
    public void Names_of_world_newspapers_are_found(double least) =>
        Assert.InRange(F1(WorldFile.Read(Path.Combine(Shared, "data", "en-worldwide-newswire"))), least, 100);

    private static double F1(IEnumerable<AnnotatedText> documents) => Score.Of(documents, TaggerModel.Shared.Tag).F1;

    /// <summary>Skipped where the texts, which belong to no repository, are not there.</summary>
    private sealed class SharedTheoryAttribute : TheoryAttribute
    {
        public SharedTheoryAttribute(string folder, string set) =>
            Skip = Directory.Exists(Path.Combine(Shared, folder, set)) ? null : $"needs ../shared/{folder}/{set} beside the repository";
    }
}
