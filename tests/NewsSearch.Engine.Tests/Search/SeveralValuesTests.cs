using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;

namespace NewsSearch.Engine.Tests.Search;

/// <summary>Near words in a text of several values are found within one of them, by the index as by the marks.</summary>
public sealed class SeveralValuesTests
{
    private const int Seed = 11;
    private static readonly string[] Words = ["apple", "bread", "cheese", "apples"];
    private static readonly string[] Asked = ["apple", "bread", "cheese", "app*", "*e*", "breed~"];

    [Fact]
    public void Near_words_stand_in_one_value_however_many_others_are_allowed()
    {
        var random = new Random(Seed);
        var directory = Directory.CreateTempSubdirectory("newssearch-");
        try
        {
            List<string[]> documents = [.. Enumerable.Range(0, 60).Select(_ => Values(random))];
            Write(directory.FullName, documents);
            using var index = SearchIndex.Open(directory.FullName);
            using var searcher = index.OpenSearcher();
            for (var round = 0; round < 300; round++)
            {
                var text = $"said:\"{string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Asked[random.Next(Asked.Length)]))}\"~{random.Next(2) * random.Next(90, 200) + random.Next(12)}";
                var root = QueryParser.Parse(text, SampleSchema.Binding.Syntax).Root;
                var phrase = (PhraseNode)((FieldNode)root).Child;

                var hits = searcher.List(new IndexQuery(root, SampleSchema.Binding)).Select(hit => hit.Doc).Order().ToList();

                Assert.Equal((text, Join(Enumerable.Range(0, documents.Count).Where(doc => documents[doc].Any(value => Holds(value, phrase))))), (text, Join(hits)));
                Assert.Equal((text, Join(Enumerable.Range(0, documents.Count).Where(doc => IsMarked(documents[doc], root)))), (text, Join(hits)));
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("said:\"a b\"~100", 99, 1)]
    [InlineData("said:\"a b\"~99", 99, 0)]
    [InlineData("said:(x \"a b c\"~5000)", 98, 1)]
    [InlineData("title:\"a b\"~5000", 5000, 0)]
    [InlineData("\"a b\"~5000", 5000, 0)]
    public void A_note_says_how_far_apart_they_may_stand(string text, int slop, int notes)
    {
        var parsed = QueryParser.Parse(text, SampleSchema.Binding.Syntax);

        Assert.Contains($"~{slop}", QueryPrinter.Print(parsed.Root), StringComparison.Ordinal);
        Assert.Equal(notes, parsed.Notes.Count);
    }

    /// <summary>Some short, some longer than the gap; the words asked for are rare, so that they stand far apart.</summary>
    private static string[] Values(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(3) == 0 ? 180 : random.Next(1, 9)).Select(i => random.Next(i < 9 ? 3 : 60) == 0 ? Words[random.Next(Words.Length)] : "x")))];

    private static void Write(string directory, List<string[]> documents)
    {
        using var writer = SearchIndex.OpenWriter(directory, SampleSchema.Schema, new WriterOptions("test") { IsRebuild = true });
        for (var doc = 0; doc < documents.Count; doc++)
        {
            var document = new IndexDocument { Language = "en" };
            document.AddKeyword("id", $"{doc:000}");
            foreach (var value in documents[doc]) document.AddText("quotes", value);
            writer.Add(document);
        }

        writer.Commit();
    }

    private static bool Holds(string value, PhraseNode phrase)
    {
        NaiveToken[] tokens = [.. value.Split(' ').Select((term, position) => new NaiveToken(position, term, []))];
        NaiveSlot[] slots = [.. QuerySlots.Of(phrase).Select(slot => new NaiveSlot(slot.Pattern?.ToString() ?? slot.Term, term => slot.Pattern?.Matches(term) ?? slot.Term == term))];
        return NaivePhrase.Count(tokens, slots, phrase.Slop) > 0;
    }

    private static bool IsMarked(string[] values, QueryNode root)
    {
        List<Mark> places = [];
        var text = "";
        foreach (var value in values)
        {
            places.Add(new Mark(text.Length, text.Length + value.Length));
            text += value + " ";
        }

        var body = new DocumentText("body", text) { Parts = new Dictionary<string, IReadOnlyList<Mark>> { ["said"] = places } };
        return new Highlighter(root, SampleSchema.Binding.Syntax).Marks(new DocumentTexts([body], "en"))[0].Count > 0;
    }

    private static string Join(IEnumerable<int> docs) => string.Join(' ', docs);
}
