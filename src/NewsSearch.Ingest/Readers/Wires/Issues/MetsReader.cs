using System.Globalization;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>METS with ALTO: a newspaper issue -> its articles by the logical structure; where there is none, its pages.</summary>
internal static class MetsReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var isBroken = false;
        var issue = MetsIssue.Read(content, file, options, rejection =>
        {
            isBroken = true;
            reject(rejection);
        });
        var pages = new IssuePages(issue, file, options, reject);
        var articles = issue.Articles().ToList();
        var number = 0;
        foreach (var parts in articles.Count > 0 ? articles : issue.Pages())
        {
            var place = (articles.Count > 0 ? "article " : "page ") + (++number).ToString(CultureInfo.InvariantCulture);
            var article = articles.Count > 0 ? Article(issue, parts, pages) : Page(issue, parts, pages, number);
            if (article.Body.Length > 0) yield return new SourceArticle(article, file, place);
            else if (!pages.HasMissing) reject(new Rejection(file.Path, place, "There is no text in it."));
        }
        if (number == 0 && !isBroken) reject(new Rejection(file.Path, "", "The METS file tells neither articles nor pages."));
        for (var i = 0; i < issue.AdvertisementCount; i++) options.Counts.Skip("advertisement in a newspaper issue");
    }

    private static Article Article(MetsIssue issue, MetsArticle parts, IssuePages pages)
    {
        var heading = Markup(parts.Heading, pages);
        var title = parts.Description.Title ?? parts.Label ?? (heading.Length > 0 ? heading.Replace("\n\n", " ", StringComparison.Ordinal) : null);
        var body = Markup(parts.Body, pages);
        var lead = Markup(parts.Lead, pages);
        var authors = parts.Description.Authors;
        return Issued(issue, parts) with
        {
            Title = title,
            Lead = lead.Length > 0 ? lead : null,
            Body = body.Length > 0 ? body : heading,
            Authors = authors.Count > 0 ? authors : Byline.Names(Markup(parts.Author, pages)),
            Section = parts.Section,
            WordConfidence = pages.Confidence(parts.Body),
        };
    }

    private static Article Page(MetsIssue issue, MetsArticle parts, IssuePages pages, int number)
    {
        var article = Issued(issue, parts);
        var title = string.Join(", ", new[] { article.Outlet, article.Published?.Text, "page " + number.ToString(CultureInfo.InvariantCulture) }.Where(part => part is not null));
        return article with { Title = title, Body = Markup(parts.Body, pages), WordConfidence = pages.Confidence(parts.Body) };
    }

    private static Article Issued(MetsIssue issue, MetsArticle parts)
    {
        var date = parts.Description.Date ?? issue.Description.Date;
        return new Article
        {
            // Recognised anew, an issue's text changes; its name, day and structure stay.
            Id = issue.Outlet is { } outlet && date is not null && parts.Id.Length > 0 ? $"{outlet}/{date.Text}/{parts.Id}" : "",
            Outlet = issue.Outlet,
            OutletFrom = issue.OutletFrom,
            Published = date,
            PublishedBy = date is null ? null : "dateIssued",
            Language = parts.Description.Language ?? issue.Description.Language,
        };
    }

    private static string Markup(IReadOnlyList<IReadOnlyList<MetsArea>> paragraphs, IssuePages pages) => string.Join("\n\n", paragraphs.SelectMany(pages.Paragraphs));
}
