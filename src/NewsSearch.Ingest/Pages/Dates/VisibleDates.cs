using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Pages.Content;

namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>A page -> the dates that its readers see, the likeliest date of publication first.</summary>
/// <remarks>
/// Dates stand in short lines of their own: under the headline, above it, under the text; or before a text's first words. What
/// speaks of updates comes after what does not. Other dates of a page (today's, those of other articles) stand further away.
/// </remarks>
internal sealed class VisibleDates
{
    private const int LongestLine = 160;
    private const int TextsUnderHeadline = 8;
    private const int TextsAboveHeadline = 4;
    private const int TextsIntoArticle = 6;
    private const int TextsBelowArticle = 8;

    /// <summary>A date further into a long line is one that the text tells of.</summary>
    private const int LongestBeginning = 40;

    /// <summary>A page with more elements for dates is a list; taste.</summary>
    private const int MostElements = 200;

    /// <summary>Letters beside a date in a byline; taste.</summary>
    private const int MostLetters = 80;

    /// <summary>Letters beside a date that stands alone: a place, "o'clock", a weekday.</summary>
    private const int FewLetters = 25;

    private readonly PageTree _tree;
    private readonly PageNode _main;
    private readonly string? _title;
    private readonly bool _dayFirst;
    private readonly PageNode? _headline;
    private readonly List<SeenDate> _found = [];
    private int _elements;

    private VisibleDates(PageTree tree, PageNode main, string? title, bool dayFirst)
    {
        (_tree, _main, _title, _dayFirst) = (tree, main, title, DayOrder.IsDayFirst(tree, dayFirst));
        _headline = Headline(tree, title);
    }

    /// <param name="tree">The page.</param>
    /// <param name="main">Its article.</param>
    /// <param name="title">The headline, if known.</param>
    /// <param name="dayFirst">How pages of this language and country read "3/4/2024".</param>
    public static List<SeenDate> Of(PageTree tree, PageNode main, string? title, bool dayFirst)
    {
        var dates = new VisibleDates(tree, main, title, dayFirst);
        dates.Find();
        return [.. dates._found.OrderBy(date => date.IsUpdate).ThenBy(date => date.Text.Length < 10).ThenBy(date => date.Place)];
    }

    /// <summary>The heading that the title repeats, else the first of the first rank, else what reads as the title. Sites repeat titles in their navigation.</summary>
    private static PageNode? Headline(PageTree tree, string? title)
    {
        var same = title is null ? [] : tree.All.Where(node => Tags.IsHeading(node.Name) && BlockRules.IsSame(node.Element.TextContent, title)).ToList();
        if (same.Count > 0) return same.Find(node => node.Drop is not ("nav" or "related" or "sidebar" or "hidden")) ?? same[^1];
        var first = tree.All.Where(node => node.Name == "h1").ToList();
        if (first.Count > 0) return first.Find(node => node.Drop is null) ?? first[0];
        return title is null ? null : tree.All.FirstOrDefault(node => node.OwnLength > 0 && node.TextLength <= 2 * title.Length && node.Drop is null && BlockRules.IsSame(node.Element.TextContent, title));
    }

    private void Find()
    {
        var texts = new List<PageNode>();
        int headline = -1, next = int.MaxValue, mainStart = -1, mainEnd = int.MaxValue;
        foreach (var node in _tree.All)
        {
            if (node == _headline) headline = texts.Count;
            else if (headline >= 0 && next == int.MaxValue && node.Name == _headline!.Name) next = texts.Count - 1;
            if (node == _main) mainStart = texts.Count;
            else if (mainStart >= 0 && mainEnd == int.MaxValue && !node.IsWithin(_main)) mainEnd = texts.Count;
            if ((node.OwnLength == 0 && node.Name != "time") || node.Name == "figcaption") continue;
            if (!IsElsewhere(node)) texts.Add(node);
            else if (node.Drop is "sidebar" or "nav") Add(node, null);
        }

        // A heading behind the article is another's.
        if (headline >= mainEnd) headline = -1;
        var start = headline < 0 ? mainStart : headline;
        for (var i = 0; i < texts.Count; i++)
        {
            DatePlace? place = i >= mainEnd ? i < mainEnd + TextsBelowArticle ? DatePlace.UnderText : null
                : headline >= 0 && i >= start && i < Math.Min(next, start + TextsUnderHeadline) ? DatePlace.UnderHeadline
                : i >= Math.Max(start, mainStart) && i < mainStart + TextsIntoArticle ? DatePlace.TextBeginning
                : i >= start ? DatePlace.InText
                : _headline is not null && headline >= 0 && _headline.IsWithin(texts[i]) ? DatePlace.UnderHeadline
                : i >= start - TextsAboveHeadline ? DatePlace.AboveHeadline
                : null;
            Add(texts[i], place);
        }
    }

    /// <summary>Of comments, other articles or the site, not of the part that holds the headline. A bar without links leads nowhere.</summary>
    private bool IsElsewhere(PageNode node) => node.Drop switch
    {
        "comments" or "related" => !IsBesideHeadline(node),
        "nav" or "ad" or "sidebar" => node.OwnLinkLength > 0 && !IsBesideHeadline(node) && !(node.Drop == "sidebar" && node.IsWithin(_main)),
        _ => false,
    };

    private bool IsBesideHeadline(PageNode node) => _headline?.Drop is not null && Dropped(node) == Dropped(_headline);

    private static PageNode Dropped(PageNode node)
    {
        while (node.Parent is { Drop: not null } parent) node = parent;
        return node;
    }

    private void Add(PageNode node, DatePlace? place)
    {
        if (node.Name == "time")
        {
            if (place is not null && node.Parent is not { Name: "time" } && _elements++ < MostElements) AddElement(node, place.Value);
            return;
        }

        if (place is null && _title is null) return;
        var isHeadline = _headline is not null && node.IsWithin(_headline);
        foreach (var line in SeenLine.Of(node))
        {
            if (!line.Text.Any(char.IsDigit)) continue;
            if (isHeadline) AddHeadline(line);
            else if (line.Text.Length > LongestLine || !AddLine(line, place)) AddBeginning(line, place);
        }
    }

    /// <summary>The day before a headline may be the article's; one within it is what the article is about.</summary>
    private void AddHeadline(SeenLine line)
    {
        if (WrittenDate.Find(line.Text, language: null, _dayFirst, out var range) is { Precision: >= DatePrecision.Day } date && range.Start == 0)
            _found.Add(new SeenDate(date.Text, DatePlace.InText, line.IsUpdate, IsElement: false));
    }

    /// <summary>What an element for dates states; where it shows another day than it states, the shown one alone counts.</summary>
    private void AddElement(PageNode node, DatePlace place)
    {
        var isUpdate = SeenLine.IsNamedUpdate(node.Element) || (node.Parent is { } parent && (SeenLine.IsNamedUpdate(parent.Element) || (!parent.IsBlock && DateWords.TellsUpdate(parent.Element.TextContent))));
        if (PageDate.Parsed(MarkedDates.Stated(node), _dayFirst) is not { } stated) return;
        var shown = WrittenDate.Find(TextLayout.OneLine(node.Element.TextContent), language: null, _dayFirst);
        if (shown is not { Precision: >= DatePrecision.Day } || shown.FirstDay == stated.FirstDay) _found.Add(new SeenDate(stated.Text, place, isUpdate, IsElement: true));
    }

    /// <summary>A date before the first words: "Press release of 20 February 2024 | Oslo - The bridge …".</summary>
    private void AddBeginning(SeenLine line, DatePlace? place)
    {
        if (place is null or > DatePlace.AboveHeadline || line.Text.Length <= LongestBeginning) return;
        var beginning = line.Text[..Math.Min(LongestLine, line.Text.Length)];
        if (WrittenDate.Find(beginning, language: null, _dayFirst, out var range) is not { Precision: >= DatePrecision.Day } date || range.Start > LongestBeginning) return;
        var next = beginning.AsSpan(range.End).TrimStart(" ).");
        if (range.Start > 0 && (next.IsEmpty || next[0] is not ('|' or '–' or '—' or '-' or ':' or '/'))) return;
        _found.Add(new SeenDate(date.Text, place.Value, line.IsUpdate || DateWords.TellsUpdate(beginning[..range.Start]), IsElement: false));
    }

    /// <summary>Whether a line, not a sentence, holds dates: "By Anna Lind, 20 February 2024, updated 22 February 2024".</summary>
    private bool AddLine(SeenLine line, DatePlace? place)
    {
        var count = _found.Count;
        var letters = line.Text.Count(char.IsLetter);
        for (var from = 0; from < line.Text.Length;)
        {
            var rest = line.Text[from..];
            if (WrittenDate.Find(rest, language: null, _dayFirst, out var range) is not { } date) break;
            var before = rest[..range.Start];
            if (before.Contains('©', StringComparison.Ordinal)) break;
            var isPublication = DateWords.TellsPublication(before) || DateWords.TellsPublication(rest[range.End..]);
            var beside = letters - rest[range.Start..range.End].Count(char.IsLetter);
            if (!isPublication && beside > 2 * FewLetters && line.Text[^1] is ('.' or '!' or '?' or '…')) break;
            if (Placed(place, isPublication, beside, line.Text) is { } where) _found.Add(new SeenDate(date.Text, where, line.IsUpdate || DateWords.TellsUpdate(before), IsElement: false, isPublication));
            from += range.End;
        }

        return _found.Count > count;
    }

    /// <summary>Far from the headline a date must stand alone or be called that of publication; far from the article, name the headline too.</summary>
    private DatePlace? Placed(DatePlace? place, bool isPublication, int beside, string line) => place switch
    {
        null => isPublication && _title is { Length: > 8 } && line.Contains(_title, StringComparison.OrdinalIgnoreCase) ? DatePlace.InText : null,
        DatePlace.InText or DatePlace.UnderText => isPublication || beside <= FewLetters ? place : null,
        _ => isPublication || beside <= MostLetters ? place : null,
    };
}
