using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;

namespace NewsSearch.EndToEnd.Tests.Web.Exploring;

/// <summary>What some articles name more than the rest, against the textbook's table of two by two.</summary>
public sealed class DistinctiveTests : IDisposable
{
    private const int Outlets = 4, Names = 40, Count = 600;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newssearch-distinctive-" + Guid.NewGuid().ToString("N"));
    private readonly List<Article> _articles = [];

    public DistinctiveTests()
    {
        var random = new Random(20240220);
        using var writer = ArticleArchive.OpenRebuild(_folder, "distinctive tests");
        for (var i = 0; i < Count; i++)
        {
            var outlet = random.Next(Outlets);
            // Each outlet has favourites among the names, others that it avoids, and most are all alike to it.
            var named = Enumerable.Range(0, Names).Where(name => random.NextDouble() < (name % 10 == outlet ? 0.3 : name % 10 == outlet + 5 ? 0.01 : 0.1));
            _articles.Add(new Article
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                Title = "Report",
                Outlet = "Outlet " + outlet.ToString(CultureInfo.InvariantCulture),
                Published = PublicationDate.TryParse(i % 3 == 0 ? "2024" : i % 3 == 1 ? "2023" : null),
                People = [.. named.Select(name => new NamedEntity("Name " + name.ToString(CultureInfo.InvariantCulture), []))],
            });
            writer.Add(_articles[^1]);
        }

        writer.Commit();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_distinctive_is_what_the_plain_table_says()
    {
        using var archive = ArticleArchive.Open(_folder);
        var choices = Enumerable.Range(0, Outlets).Select(outlet => "Outlet " + outlet.ToString(CultureInfo.InvariantCulture))
            .Select(outlet => (Request: new SearchRequest().With("outlet", new FacetChoice([outlet], [])), Has: (Func<Article, bool>)(article => article.Outlet == outlet)))
            .Append((new SearchRequest { From = "2024", To = "2024" }, article => article.Published?.Text == "2024"));
        foreach (var (request, has) in choices)
        {
            var found = archive.Distinctive(request, ["person"], 5)["person"];

            var expected = Plain(has).Take(5).ToList();
            Assert.Equal(expected.Select(name => (name.Name, name.Both, name.Articles)), found.Select(name => (name.Name, name.Both, name.Articles)));
            foreach (var (plain, fast) in expected.Zip(found)) Assert.Equal(plain.Score, fast.Score, 1e-6);
        }

        Assert.NotEmpty(archive.Distinctive(choices.First().Request, ["person"], 5)["person"]);
        Assert.Empty(archive.Distinctive(new SearchRequest(), ["person"], 5)["person"]); // all of it is not distinct from itself
    }

    /// <summary>Twice the sum of observed · ln(observed / expected) over the table's four cells, for what is there more often than expected.</summary>
    private IEnumerable<Companion> Plain(Func<Article, bool> has)
    {
        return Enumerable.Range(0, Names).Select(name => "Name " + name.ToString(CultureInfo.InvariantCulture))
            .Select(name => (Name: name, Both: Of(name, has), All: Of(name, _ => true))).Select(name => new Companion(name.Name, name.Both, name.All, Score(name.Both, name.All)))
            .Where(name => name.Both > 1 && name.Score >= 10.83).OrderByDescending(name => name.Score).ThenBy(name => name.Name, StringComparer.Ordinal);

        int Of(string name, Func<Article, bool> which) => _articles.Count(article => which(article) && article.People.Any(person => person.Name == name));

        double Score(int both, int all)
        {
            var some = _articles.Count(has);
            if (both <= (double)some * all / Count) return 0;
            double[] observed = [both, some - both, all - both, Count - some - all + both];
            double[] expected = [(double)some * all / Count, (double)some * (Count - all) / Count, (double)(Count - some) * all / Count, (double)(Count - some) * (Count - all) / Count];
            return 2 * observed.Zip(expected).Sum(cell => cell.First == 0 ? 0 : cell.First * Math.Log(cell.First / cell.Second));
        }
    }
}
