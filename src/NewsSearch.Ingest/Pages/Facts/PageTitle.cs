using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata.Outlets;
using NewsSearch.Ingest.Pages.Facts.Sites;
using NewsSearch.Ingest.Pages.Facts.Titles;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the article's headline without the outlet's name, and the rule that chose it.</summary>
/// <remarks>
/// What readers see goes first, where it is sure: a heading at the article that the page itself repeats elsewhere, as it stands there;
/// one elsewhere may be the last step of the way there, in other words. Then a heading that is like what machines are told, then
/// what they are told, then the page's own title, then any heading. What is the name of the site is no headline.
/// </remarks>
internal static partial class PageTitle
{
    /// <summary>A shorter text says nothing by standing at the end of another.</summary>
    private const int ShortestPart = 10;

    /// <summary>A longer end of a title is a part of the headline; taste.</summary>
    private const int MostSiteWords = 4;

    /// <summary>A shorter heading may be a label: "About this site".</summary>
    private const int FewestSpaces = 3;

    private static readonly string[] Names = ["dc:title", "dc.title", "dcterms.title", "og:title", "twitter:title", "title", "sailthru.title", "parsely-title", "weibo:article:title", "headline", "mol:headline"];

    private readonly record struct Candidate(string Text, string Rule);

    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="data">Its data.</param>
    /// <param name="headings">Its headings, without those that name the site.</param>
    /// <param name="site">The names of its site.</param>
    public static (string? Title, string? Rule) Of(IHtmlDocument document, MetaTags meta, JsonLd data, List<PageHeading> headings, SiteNames site)
    {
        var whole = Stated(document, meta, data).Select(candidate => candidate with { Text = Plain(candidate.Text) }).ToList();
        var stated = whole.Where(candidate => !site.IsExactly(candidate.Text) && !IsPath(candidate.Text)).Select(candidate => candidate with { Text = WithoutSite(candidate.Text, candidate.Rule, site, headings) }).Where(candidate => candidate.Text.Count(char.IsLetter) > 1 && !site.Is(candidate.Text)).ToList();
        var near = headings.FindAll(heading => heading.IsNear);
        stated = [.. stated.Where(candidate => !IsCutShort(candidate.Text, stated, headings))];
        var main = near.FindAll(heading => heading.IsMain);
        return (Repeated(near, stated, headings) ?? Joined(near, stated) ?? Alike(near.FindAll(heading => heading.IsNamed), stated) ?? Repeated(headings, stated, headings)
            ?? Alike(main.Count > 0 ? main : near, stated) ?? Alone(headings, stated, whole.FindAll(candidate => !site.IsExactly(candidate.Text) && !IsPath(candidate.Text)))
            ?? (whole.Count > 0 ? whole[0] : null)) is { } best ? (WithoutDay(best.Text), best.Rule) : (null, null);
    }

    private static IEnumerable<Candidate> Stated(IHtmlDocument document, MetaTags meta, JsonLd data)
    {
        if (data.IsArticle && data.Text("headline") is { } headline) yield return new(headline, "jsonld headline");
        foreach (var name in Names)
        {
            if (meta.First(name) is { } text) yield return new(text, name);
        }

        if (document.Title is { Length: > 0 } title) yield return new(title, "title");
    }

    /// <summary>A heading that is stated elsewhere letter by letter; of all that say the same, the one with the same signs.</summary>
    private static Candidate? Repeated(List<PageHeading> headings, List<Candidate> stated, List<PageHeading> all)
    {
        foreach (var isMain in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var candidate in stated)
            {
                if (headings.Find(heading => heading.IsMain == isMain && IsSame(heading.Text, candidate.Text)) is not { } seen) continue;
                if (seen.Text != candidate.Text) seen = all.Find(heading => heading.Text == candidate.Text) ?? seen;
                return new(seen.Text, $"{seen.Rule} and {candidate.Rule}");
            }
        }

        return null;
    }

    /// <summary>A heading that begins or ends with what is stated, or the other way round: one has a kicker, a second line, a name more.</summary>
    private static Candidate? Joined(List<PageHeading> headings, List<Candidate> stated)
    {
        foreach (var heading in headings.Where(heading => heading.IsMain))
        {
            foreach (var candidate in stated)
            {
                if (EndOf(heading.Text, candidate.Text) is { } end) return new(end, $"end of {heading.Rule}, {candidate.Rule}");
                if (Begins(heading.Text, candidate.Text) || Begins(candidate.Text, heading.Text) || EndOf(candidate.Text, heading.Text) is not null)
                    return new(heading.Text, $"{heading.Rule}, in {candidate.Rule}");
            }
        }

        return null;
    }

    /// <summary>A heading that shares most of its words with what is stated: one was written for readers, one for machines.</summary>
    private static Candidate? Alike(List<PageHeading> headings, List<Candidate> stated)
    {
        foreach (var heading in headings)
        {
            foreach (var candidate in stated)
            {
                if (IsLike(heading, candidate.Text)) return new(heading.Text, $"{heading.Rule}, like {candidate.Rule}");
            }
        }

        return null;
    }

    /// <summary>The article's only heading of the first rank, if it is more than a label; what is stated; else the first heading, or what is hardly more than the site's name.</summary>
    private static Candidate? Alone(List<PageHeading> headings, List<Candidate> stated, List<Candidate> names)
    {
        if (headings.Where(heading => heading.Place == HeadingPlace.InArticle && heading.IsMain).ToList() is [var only] && only.Text.Count(c => c == ' ') >= FewestSpaces) return new(only.Text, only.Rule + " only");
        if (stated.Count > 0) return stated[0];
        var heading = headings.Find(heading => heading is { IsNear: true, IsMain: true });
        if (heading is null && names.Count > 0) return names[0];
        heading ??= headings.Find(heading => heading.Place == HeadingPlace.InArticle) ?? headings.FindLast(heading => heading.IsNear) ?? headings.FirstOrDefault();
        return heading is null ? null : new(heading.Text, heading.Rule);
    }

    /// <summary>"Headline | The Example" -> "Headline": where the part cut off is the site or a section, or what is left is a heading of the page.</summary>
    private static string WithoutSite(string title, string rule, SiteNames site, List<PageHeading> headings)
    {
        var isCut = false;
        while (true)
        {
            var separators = Separator().Matches(title);
            if (separators.Count == 0 || headings.Exists(heading => IsSame(heading.Text, title))) return title;
            var parts = separators.SelectMany(separator => new[] { title[..separator.Index], title[(separator.Index + separator.Length)..] });
            var longest = parts.Where(part => headings.Exists(heading => IsSame(heading.Text, part))).MaxBy(part => part.Length);
            if (longest is not null) return longest;

            var (first, last) = (separators[0], separators[^1]);
            var (head, tail) = (title[..first.Index], title[(last.Index + last.Length)..]);
            if (site.IsBeside(tail) || (isCut && OutletWriting.IsSection(tail)) || (rule == "title" && !isCut && site.IsUnknown && last.Value.Trim() != ":" && IsName(tail, title[..last.Index]))) title = title[..last.Index];
            else if (site.IsBeside(head)) title = title[(first.Index + first.Length)..];
            else return title;
            isCut = true;
        }
    }

    /// <summary>Whether the short end of a page's title is rather the name of a site that is not known than a part of the headline.</summary>
    private static bool IsName(string tail, string rest) => tail.Count(c => c == ' ') < MostSiteWords && rest.Count(c => c == ' ') >= MostSiteWords && !tail.Any(char.IsDigit) && char.IsUpper(tail[0]);

    /// <summary>"Swimming - News - Swimming | The Example": the first part twice, as in the way through a site.</summary>
    private static bool IsPath(string title)
    {
        var parts = Separator().Split(title).Select(Key).Where(part => part.Length > 0).ToList();
        return parts.Count > 1 && parts.LastIndexOf(parts[0]) > 0;
    }

    /// <summary>Whether it ends with an ellipsis and something else goes on where it ends.</summary>
    private static bool IsCutShort(string text, List<Candidate> stated, List<PageHeading> headings)
    {
        if (!Ellipsis().IsMatch(text)) return false;
        var key = Key(text);
        return stated.Select(candidate => candidate.Text).Concat(headings.Select(heading => heading.Text)).Any(other => Key(other) is var longer && longer.Length > key.Length && longer.StartsWith(key, StringComparison.Ordinal));
    }

    private static bool IsSame(string a, string b) => Key(a) is { Length: > 1 } key && key == Key(b);

    private static bool Begins(string text, string start) => IsPart(start) && Key(text).StartsWith(Key(start), StringComparison.Ordinal);

    /// <summary>The end of a text that has another's letters, as it stands there; null where it ends otherwise.</summary>
    private static string? EndOf(string text, string end)
    {
        var key = Key(end);
        if (!IsPart(end) || !Key(text).EndsWith(key, StringComparison.Ordinal)) return null;
        var at = text.Length;
        for (var left = key.Length; left > 0; left -= Key(text[at].ToString()).Length) at--;
        return text[at..];
    }

    private static bool IsPart(string text) => text.Length >= ShortestPart && text.Contains(' ', StringComparison.Ordinal);

    /// <summary>Whether they share a third of the longer words of one; a heading of lower rank half of the words of both, and it has one more.</summary>
    private static bool IsLike(PageHeading heading, string stated)
    {
        var (words, others) = (Words(heading.Text), Words(stated));
        var shared = words.Count(others.Contains);
        if (shared < Math.Min(2, Math.Max(words.Count, others.Count))) return false;
        return heading.IsMain ? shared * 3 >= Math.Min(words.Count, others.Count) : shared * 2 >= Math.Max(words.Count, others.Count) && shared < words.Count;
    }

    private static HashSet<string> Words(string text) =>
        [.. Sign().Split(text).Where(word => word.Length > 3).Select(word => word.ToLowerInvariant())];

    private static string Key(string text) => Sign().Replace(text, "").ToLowerInvariant();

    /// <summary>Without markup and entities that were written twice.</summary>
    private static string Plain(string text) => TextLayout.OneLine(Formatting().Replace(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text, ""));

    private static string WithoutDay(string title) => Day().Replace(title, "") is { Length: > ShortestPart } rest ? rest : title;

    [GeneratedRegex(@"\s(?:[|»«·•›‹<>/–—:~│-]|::)\s|\s?[|│]\s?|:\s|-(?=[\p{IsCJKUnifiedIdeographs}]+$)|_", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"</?(?:b|i|em|strong|span|p|br|sup|sub|font|u)\b[^<>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Formatting();

    [GeneratedRegex(@"^\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\s*[-–:|]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:…|\.\.\.)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();
}
