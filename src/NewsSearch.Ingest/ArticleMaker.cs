using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Languages;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Pages.Content;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest;

/// <summary>What a reader found -> the clean article: cleaning, metadata, entities, quotes, one after the other.</summary>
internal sealed class ArticleMaker(IEntityExtractor entities, TimeProvider clock, Decisions decisions)
{
    /// <summary>A text so long is in the language that it is detected in, whatever its source says; taste.</summary>
    private const int SureLength = 500;

    /// <summary>The article, corrected; null, with a sentence, where there is no text in it.</summary>
    public Article? Make(SourceArticle source, out string? problem) =>
        Uncorrected(source, out problem) is { } article ? decisions.Corrections.Receive(article) : null;

    private Article? Uncorrected(SourceArticle source, out string? problem)
    {
        problem = null;
        var given = source.Given;
        if (source.Page is { } fetched)
        {
            if (PageReader.Read(fetched, given, clock.GetUtcNow(), out problem) is not { } page) return null;
            var identified = page.Fields with { Id = ArticleId.For(page.Fields, fetched.Html.Span) };
            return Make(identified, new Draft(page.Paragraphs), source.Source, out problem);
        }

        given = given with { Id = ArticleId.For(given) };
        return IsOurs(given) ? given with { Source = given.Source ?? source.Source } : Make(given, new Draft(given.Body), source.Source, out problem);
    }

    private Article? Make(Article given, Draft draft, string source, out string? problem)
    {
        problem = null;
        CleaningRules.Apply(draft, decisions.RulesOff);
        var (title, titleFrom) = Title(given, draft);
        var (body, removed) = draft.Finish();
        if (body.Length == 0 && title is null)
        {
            problem = removed.Count == 0 ? "There is no text in it." : "There is no text in it but what cleaning takes out.";
            return null;
        }
        var outlet = OutletName.Of(given, removed, decisions.Outlets.Shown.ContainsKey);
        var language = LanguageOf(given, title, body);
        var (published, publishedBy) = Dating.Of(given with { Body = body, Language = language }, removed, clock.GetUtcNow());
        var (shortTitle, suffix) = given.Title is null ? (title, null) : OutletSuffix.Without(title!, outlet.Name, CanonicalUrl.Host(given.Url));
        var (authors, byline) = AuthorsOf(given, removed, outlet.Name);
        var article = given with
        {
            Title = shortTitle,
            TitleFrom = suffix is null ? titleFrom : $"{titleFrom}: without {suffix}",
            Lead = Captions.Without(given.Lead) ?? Lead(body),
            Body = body,
            Outlet = outlet.Name,
            OutletFrom = outlet.Rule,
            Authors = authors.Authors,
            Section = string.IsNullOrWhiteSpace(given.Section) ? outlet.Section : given.Section.Trim(),
            Host = given.Host ?? CanonicalUrl.Host(given.Url),
            Published = published,
            PublishedBy = publishedBy,
            Language = language,
            Agencies = [.. AgenciesOf(given, body, removed).Concat(authors.Agencies).Distinct()],
            Removed = removed,
            Source = source,
        };
        return WithQuotes(WithEntities(Reasoned(article, given, byline)));
    }

    /// <summary>The rules behind the fields that have no "From" of their own; what the reader said stays.</summary>
    private static Article Reasoned(Article article, Article given, string byline)
    {
        if (article.Authors.Count > 0) article = With("authors", byline);
        if (article.Section is not null) article = With("section", string.IsNullOrWhiteSpace(given.Section) ? "outlet name" : "given");
        if (article.Language is not null) article = With("language", article.Language == LanguageCode.Of(given.Language) ? "given" : "text");
        return article;

        Article With(string field, string rule) => article.Reasons.ContainsKey(field) ? article : article.WithReason(field, rule);
    }

    /// <summary>The given language, but English where a text of some length is: sites label agency copy with their own language, and then nobody would be named in it.</summary>
    private static string? LanguageOf(Article given, string? title, string body)
    {
        var told = LanguageCode.Of(given.Language);
        if (told is not null && (told.StartsWith("en", StringComparison.Ordinal) || body.Length < SureLength)) return told;
        var written = LanguageDetector.Detect(title, body);
        return told is null || written == "en" ? written : told;
    }

    private static (Byline Authors, string Rule) AuthorsOf(Article given, List<Removal> removed, string? outlet) =>
        given.Authors.Count > 0
            ? (Byline.Read(given.Authors, outlet), "given")
            : (Byline.Read(removed.Where(removal => removal.Rule == BylineLine.Name).Select(removal => removal.Text), outlet), BylineLine.Name);

    /// <summary>Whether it is an export of ours, or has offsets into its body as these have: such an article stays as it is.</summary>
    private static bool IsOurs(Article given) =>
        given.TitleFrom is not null || given.Reasons.Count > 0 || given.Removed.Count > 0 || given.Quotes.Count > 0
        || given.People.Concat(given.Organisations).Concat(given.Places).Any(entity => entity.Mentions.Count > 0);

    private static (string? Title, string From) Title(Article given, Draft draft)
    {
        if (!string.IsNullOrWhiteSpace(given.Title))
        {
            if (draft.Paragraphs is [var first, _, ..] && first.End - first.Start <= 2 * given.Title.Length && BlockRules.IsSame(draft[first], given.Title)) draft.Cut([first], rule: null);
            return (given.Title.Trim(), given.TitleFrom ?? "given");
        }

        if (Headline.Find(draft) is not { } headline) return (null, "none");
        var title = draft[headline];
        draft.Cut([headline], rule: null);
        return (title, "headline");
    }

    private static string? Lead(string body)
    {
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        return body.Length == 0 ? null : end < 0 ? body : body[..end];
    }

    private static List<string> AgenciesOf(Article given, string body, List<Removal> removed)
    {
        var credited = removed.Where(removal => removal.Rule is AgencyCredit.Name or CopyrightLine.Name).SelectMany(removal => Agencies.NamedIn(removal.Text));
        return [.. given.Agencies.Select(name => Agencies.ShortName(name) ?? name).Concat(credited).Concat(Agencies.SourcesIn(body)).Distinct()];
    }

    /// <summary>Names that the source gives stay; the extractor is asked for the kinds of which it gives none.</summary>
    private Article WithEntities(Article article)
    {
        var found = entities.Extract(article);
        return article with
        {
            People = article.People.Count > 0 ? article.People : found.People,
            Organisations = article.Organisations.Count > 0 ? article.Organisations : found.Organisations,
            Places = article.Places.Count > 0 ? article.Places : found.Places,
        };
    }

    private Article WithQuotes(Article article) => article with { Quotes = entities.Quotes(article) };
}
