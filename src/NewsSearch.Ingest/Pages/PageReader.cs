using AngleSharp.Html.Dom;
using NewsSearch.Archive;
using NewsSearch.Ingest.Pages.Content;
using NewsSearch.Ingest.Pages.Dates;
using NewsSearch.Ingest.Pages.Facts;
using NewsSearch.Ingest.Pages.Facts.Titles;

namespace NewsSearch.Ingest.Pages;

/// <summary>A fetched page -> its article: decoding, parsing, metadata, main text, one after the other.</summary>
internal static class PageReader
{
    /// <summary>A larger page is no article; taste.</summary>
    public const int MaxByteLength = 16 << 20;

    /// <summary>What a clock east of here may show already.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(14);

    /// <param name="page">The page.</param>
    /// <param name="given">Fields that the source gives: they stay.</param>
    /// <param name="now">No article is younger.</param>
    /// <param name="problem">A sentence where the page gives nothing.</param>
    public static PageArticle? Read(FetchedPage page, Article given, DateTimeOffset now, out string? problem)
    {
        if (page.Html.Length > MaxByteLength)
        {
            problem = $"The page is larger than {MaxByteLength >> 20} MB.";
            return null;
        }

        using var document = PageParser.Parse(PageDecoder.Decode(page.Html.Span, page.Charset), out problem);
        return document is null ? null : Of(document, given, page.Fetched is { } fetched && fetched < now ? fetched : now);
    }

    private static PageArticle Of(IHtmlDocument document, Article given, DateTimeOffset latest)
    {
        var meta = MetaTags.Of(document);
        var data = JsonLd.Of(document);
        var (url, urlRule) = PageAddress.Of(document, meta, given.Url);
        var (outlet, outletRule, site) = PageOutlet.Of(document, meta, data, url);
        var (tree, main, bodyRule) = ArticleText.Find(document.Body!);
        var (title, titleRule) = PageTitle.Of(document, meta, data, PageHeadings.Of(tree, main, site), site);
        var blocks = ArticleText.Blocks(tree, main, given.Title ?? title);
        if (StatedBody.Of(data, blocks) is { } stated) (blocks, bodyRule) = (stated, "jsonld articleBody");
        var (language, languageRule) = PageLanguage.Of(document, meta, blocks);
        var dayFirst = PageLanguage.DayFirst(document, meta, language, url);
        var (published, dateRule) = new PageDate(latest + Ahead, dayFirst).Of(meta, data, MarkedDates.Of(tree), VisibleDates.Of(tree, main, title, dayFirst), url);
        var (authors, authorsRule) = PageAuthors.Of(document, meta, data, outlet);
        var (section, sectionRule) = PageSection.Of(meta, data);
        var reasons = new Dictionary<string, string>(given.Reasons, StringComparer.Ordinal) { ["body"] = bodyRule };
        if (urlRule is not null) reasons["url"] = urlRule;
        if (given.Authors.Count == 0 && authorsRule is not null) reasons["authors"] = authorsRule;
        if (given.Section is null && sectionRule is not null) reasons["section"] = sectionRule;
        if (given.Language is null && languageRule is not null) reasons["language"] = languageRule;
        var fields = given with
        {
            Url = url,
            Title = given.Title ?? title,
            TitleFrom = given.Title is null ? titleRule : given.TitleFrom,
            Outlet = given.Outlet ?? outlet,
            OutletFrom = given.Outlet is null ? outletRule : given.OutletFrom,
            Published = given.Published ?? published,
            PublishedBy = given.Published is null ? dateRule : given.PublishedBy,
            Authors = given.Authors.Count > 0 ? given.Authors : authors,
            Section = given.Section ?? section,
            Language = given.Language ?? language,
            Reasons = reasons,
            Body = "",
        };
        return new PageArticle(fields, [.. blocks.Select(block => (block.Text, block.Rule))]);
    }
}
