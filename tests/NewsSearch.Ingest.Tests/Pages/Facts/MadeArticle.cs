using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Pages.Facts;

/// <summary>What a page's head and what stands around three paragraphs give.</summary>
internal static class MadeArticle
{
    public static Article Of(string head, string above, string? url = null, string below = "") =>
        Make($"<html><head>{head}</head><body>{above}<div><p>{SamplePage.First}</p><p>{SamplePage.Second}</p><p>{SamplePage.Third}</p>{below}</div></body></html>", url);

    /// <summary>What a page's body gives.</summary>
    public static Article Whole(string body) => Make($"<html><body>{body}</body></html>", null);

    private static Article Make(string html, string? url) =>
        new ArticleMaker(new NameExtractor(), FixedClock.Spring2024, Decisions.None)
            .Make(new SourceArticle(new Article { Id = "", Url = url }, new SourceFile("p", "p", 0), "") { Page = new FetchedPage(Encoding.UTF8.GetBytes(html), null, null) }, out _)!;
}
