using System.Globalization;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Facets;

/// <summary>Every way in which a facet is counted, from one hit to all documents, against documents asked one by one.</summary>
public sealed class FacetRoutesTests
{
    private const int DocCount = 1500;

    private static readonly ValueMap Map = new(new Dictionary<string, IReadOnlyDictionary<string, string?>>
    {
        ["person"] = new Dictionary<string, string?> { ["person 0"] = "person 1", ["person 2"] = null, ["person 700"] = "person 4" },
    });

    // Word -> share of the documents that have it.
    private static readonly (string Word, double Share)[] Words = [("all", 1), ("most", 0.97), ("many", 0.6), ("some", 0.2), ("few", 0.02), ("rare", 0.002)];

    private static readonly FacetRequest[] Requests =
    [
        new("person", 10, FacetOrder.Count, []),
        new("person", 0, FacetOrder.Count, ["person 1", "person 700", null]),
        new("person", 300, FacetOrder.Count, ["nobody"], name => name.EndsWith('1')),
        new("outlet", 3, FacetOrder.Count, ["outlet 9"]),
        new("month", int.MaxValue, FacetOrder.NameDescending, [], IsMonth),
        new("month", 4, FacetOrder.NameDescending, ["2020-01-05"], IsMonth),
        new("month", 5, FacetOrder.Count, [], name => name.Length == 10),
        new("month", int.MaxValue, FacetOrder.NameDescending, []),
        new("lang", 10, FacetOrder.NameDescending, []),
    ];

    public static TheoryData<bool, bool, bool> States => new() { { true, false, false }, { true, true, true }, { false, false, true }, { false, true, false } };

    [Theory]
    [MemberData(nameof(States))]
    public void Counts_are_those_of_asking_every_document(bool isInDateOrder, bool hasDeleted, bool hasMap)
    {
        var directory = new FaultyDirectory();
        var documents = Write(directory, isInDateOrder, hasDeleted, hasMap ? Map : ValueMap.Empty);
        using var index = new SearchIndex(directory);
        using var searcher = index.OpenSearcher();

        foreach (var (word, _) in Words)
        {
            foreach (var request in Requests)
            {
                var expected = Expected(documents.Where(document => document.Words.Contains(word)), request);
                for (var round = 0; round < 2; round++) // the first makes what the second finds
                {
                    var found = searcher.Search(SampleSchema.Query(word) with { Facets = [request] }).Facets[request.Field];
                    Assert.Equal((word, request.Field, expected), (word, request.Field, Text(found)));
                }
            }
        }
    }

    private static bool IsMonth(string name) => name.Length == 7;

    private static string Text(IEnumerable<FacetCount> counts) => string.Join(", ", counts.Select(count => $"{count.Value ?? "(none)"} {count.Count}"));

    private static string Expected(IEnumerable<Plain> hits, FacetRequest request)
    {
        var values = hits.Select(hit => hit.Values[request.Field]).ToList();
        var counts = values.SelectMany(value => value).GroupBy(value => value).ToDictionary(group => group.Key, group => group.LongCount());
        var listed = InOrder(counts.Where(count => request.Where?.Invoke(count.Key) != false).Select(count => new FacetCount(count.Key, count.Value))).Take(request.Size).ToList();
        listed.AddRange(request.Always.OfType<string>().Where(value => !listed.Exists(count => count.Value == value)).Select(value => new FacetCount(value, counts.GetValueOrDefault(value))));
        var without = values.LongCount(value => value.Count == 0);
        return Text([.. InOrder(listed), .. without > 0 || request.Always.Contains(null) ? [new FacetCount(null, without)] : Array.Empty<FacetCount>()]);

        IEnumerable<FacetCount> InOrder(IEnumerable<FacetCount> some) => request.Order == FacetOrder.NameDescending
            ? some.OrderByDescending(count => count.Value, StringComparer.Ordinal)
            : some.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal);
    }

    /// <summary>Two segments; people and outlets by Zipf's law, so that some have hundreds of documents and most have few.</summary>
    private static List<Plain> Write(FaultyDirectory directory, bool isInDateOrder, bool hasDeleted, ValueMap map)
    {
        var random = new Random(17);
        var documents = new List<Plain>();
        using var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test"));
        writer.Values = map;
        for (var number = 0; number < DocCount; number++)
        {
            var words = Words.Where(word => random.NextDouble() < word.Share).Select(word => word.Word).ToHashSet();
            var day = new DateOnly(2020, 1, 1).AddDays((isInDateOrder ? number : random.Next(DocCount)) / 4).ToString("O", CultureInfo.InvariantCulture);
            var stored = new Dictionary<string, List<string>>
            {
                ["person"] = [.. Enumerable.Range(0, random.Next(5)).Select(_ => $"person {Zipf(random, 800)}")],
                ["outlet"] = random.Next(20) == 0 ? [] : [$"outlet {Zipf(random, 30)}"],
                ["month"] = random.Next(50) == 0 ? [] : [day[..4], day[..7], day],
                ["lang"] = [random.Next(10) == 0 ? "de" : "en"],
            };
            var document = SampleSchema.Document($"key {number}", "", string.Join(' ', words));
            foreach (var (field, values) in stored)
            {
                foreach (var value in values) document.AddKeyword(field, value);
            }

            writer.Add(document);
            documents.Add(new Plain(words, stored.ToDictionary(entry => entry.Key, entry => entry.Value.Select(value => map.Shown(entry.Key, value)).OfType<string>().ToHashSet())));
            if (number == DocCount * 2 / 3) writer.Commit();
        }

        writer.Commit();
        if (!hasDeleted) return documents;
        for (var number = 3; number < DocCount; number += 40) writer.Delete($"key {number}");
        writer.Commit();
        return [.. documents.Where((_, number) => number % 40 != 3)];
    }

    private static int Zipf(Random random, int count) => (int)Math.Pow(count, random.NextDouble()) - 1;

    private sealed record Plain(HashSet<string> Words, Dictionary<string, HashSet<string>> Values);
}
