using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Tests.Pages.Dates;

/// <summary>A page with one article -> its date and the rule that found it.</summary>
internal static class DatedPage
{
    public static readonly DateTimeOffset Now = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Text = $"<div class=\"article-body\"><p>{SamplePage.First}</p><p>{SamplePage.Second}</p><p>{SamplePage.Third}</p></div>";

    /// <param name="head">What stands in its head.</param>
    /// <param name="above">What stands above the headline.</param>
    /// <param name="under">What stands between headline and text.</param>
    /// <param name="below">What follows the text.</param>
    /// <param name="url">Its address.</param>
    /// <param name="language">Its language.</param>
    public static (string? Date, string? Rule) Read(string head = "", string above = "", string under = "", string below = "", string? url = null, string language = "en-GB")
    {
        var html = $"<!DOCTYPE html><html lang=\"{language}\"><head><title>Bridge to close for a year</title>{head}</head><body>{above}<article><h1>Bridge to close for a year</h1>{under}{Text}</article>{below}</body></html>";
        var article = PageReader.Read(new FetchedPage(Encoding.UTF8.GetBytes(html), "utf-8", null), new Article { Id = "", Url = url }, Now, out _)!.Fields;
        return (article.Published?.Text, article.PublishedBy);
    }

    public static string JsonLd(string fields) => $$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge to close for a year",{{fields}}}</script>""";
}
