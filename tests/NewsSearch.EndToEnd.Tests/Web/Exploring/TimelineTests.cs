using NewsSearch.Archive;
using NewsSearch.Archive.Times;

namespace NewsSearch.EndToEnd.Tests.Web.Exploring;

/// <summary>What is held of each period follows what is written.</summary>
public sealed class TimelineTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newssearch-timeline-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_that_is_held_is_counted_anew_after_each_commit()
    {
        Write(writer => writer.Add(Dated("a", "2024-02-20")));
        using var archive = ArticleArchive.Open(_folder);
        Assert.Equal([new PeriodCount("2024-02", 0, 1)], Months());

        Write(writer => writer.Add(Dated("b", "2023")));
        Assert.Equal([new PeriodCount("2023-XX", 0, 1), new PeriodCount("2024-02", 0, 1)], Months());

        Write(writer => writer.Delete("a"));
        Assert.Equal([new PeriodCount("2023-XX", 0, 1)], Months());
        Assert.Equal([new PeriodCount("2023", 0, 1)], Periods(TimeScale.Year));

        IReadOnlyList<PeriodCount> Months() => Periods(TimeScale.Month);

        IReadOnlyList<PeriodCount> Periods(TimeScale scale) => [.. archive.Timeline(new SearchRequest { Query = "nosuchword" }, scale).Where(period => period.OfAll > 0)];
    }

    private void Write(Action<IArticleWriter> change)
    {
        using var writer = ArticleArchive.OpenWriter(_folder, "timeline tests");
        change(writer);
        writer.Commit();
    }

    private static Article Dated(string id, string date) => new() { Id = id, Title = "Report", Published = PublicationDate.TryParse(date) };
}
