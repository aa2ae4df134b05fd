using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Tests.Conformance;

namespace NewsSearch.Engine.Tests.Search;

/// <summary>What is asked for by the hundred gives what it gives when asked for once.</summary>
public sealed class HostileSearchTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("newssearch-");
    private readonly SearchIndex _index;
    private readonly Searcher _searcher;

    public HostileSearchTests()
    {
        using (var writer = SearchIndex.OpenWriter(_directory.FullName, SampleSchema.Schema, new WriterOptions("test") { IsRebuild = true }))
        {
            for (var i = 0; i < 300; i++)
            {
                var document = new IndexDocument { Language = "en" };
                document.AddKeyword("id", $"d{i}");
                document.AddText("body", $"w{i % 26} the of the of luxury goods {i} and a limousine {(i % 2 == 0 ? "of the" : "the")}");
                document.AddKeyword("person", $"Name{i % 7} Surname{i}");
                document.AddKeyword("person", $"site{i % 5}.com");
                writer.Add(document);
            }

            writer.Commit();
        }

        _index = SearchIndex.Open(_directory.FullName);
        _searcher = _index.OpenSearcher();
    }

    public static TheoryData<string> Leaves => new() { "lux*", "goods~", "person:name1*", "person:surname7", "person:site3", "person:\"name1 surname8*\"", "\"l* g*\"", "\"g* l*\"~3", "-\"l* 7*\"", "title:l*", "\"the of\"~1" };

    [Theory]
    [MemberData(nameof(Leaves))]
    public void The_same_a_hundred_times_is_the_same_once(string leaf)
    {
        foreach (var joint in new[] { " ", " OR " })
        {
            var once = _searcher.Search(SampleSchema.Query(leaf));
            var often = _searcher.Search(SampleSchema.Query(string.Join(joint, Enumerable.Repeat(leaf, 50))));

            Assert.Equal(once.Total, often.Total);
            Assert.Equal(once.Hits, often.Hits);
        }
    }

    [Fact]
    public void Hundreds_of_names_give_what_each_gives_alone()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? $"person:surname{i}" : i % 4 == 1 ? $"person:*e{i}" : i % 4 == 2 ? $"person:\"name{i % 7} surname{i}\"" : $"person:\"site{i % 9}.com\"")];
        var alone = names.SelectMany(name => _searcher.List(SampleSchema.Query(name))).Select(hit => hit.Doc).Distinct().Order();

        Assert.Equal(alone, _searcher.List(SampleSchema.Query(string.Join(" OR ", names))).Select(hit => hit.Doc).Order());
    }

    [Theory]
    [InlineData("\"the of the of\"~1", 300)]
    [InlineData("\"the the the\"~20", 300)]
    [InlineData("\"of of of\"~20", 150)]
    [InlineData("\"of of of of\"~20", 0)]
    public void Near_words_that_are_asked_for_more_than_once_need_as_many_places(string query, int total) =>
        Assert.Equal(total, _searcher.Search(SampleSchema.Query(query)).Total);

    public void Dispose()
    {
        _searcher.Dispose();
        _index.Dispose();
        _directory.Delete(recursive: true);
    }
}
