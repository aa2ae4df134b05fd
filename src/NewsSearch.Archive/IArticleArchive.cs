using NewsSearch.Archive.Names;
using NewsSearch.Archive.Times;

namespace NewsSearch.Archive;

/// <summary>Reading an archive: search, articles, exports, facts. Thread-safe; sees commits as they come.</summary>
/// <remarks>Every call raises <see cref="ArchiveException"/> where the index is missing or damaged.</remarks>
public interface IArticleArchive : IDisposable
{
    /// <summary>One page of hits with facets. User text never raises an error.</summary>
    SearchPage Search(SearchRequest request, CancellationToken cancellation = default);

    /// <summary>An article by its id, all fields; null where there is none.</summary>
    Article? Find(string id);

    /// <summary>An article with the matches of a query marked; null where there is none.</summary>
    MarkedArticle? FindMarked(string id, SearchRequest request, CancellationToken cancellation = default);

    /// <summary>Articles like another one, the most alike first, at most so many; none where little is alike or there is no such article.</summary>
    IReadOnlyList<SimilarArticle> Similar(string id, int count, CancellationToken cancellation = default);

    /// <summary>All articles that match, streamed in the request's order, never cut; page and size do not matter.</summary>
    IEnumerable<Article> Export(SearchRequest request, CancellationToken cancellation = default);

    /// <summary>Id and date of all articles that match, streamed in the request's order as by <see cref="Export"/>, at a fraction of its cost.</summary>
    /// <param name="request">The search; page and size do not matter.</param>
    /// <param name="skip">How many to leave out at the beginning.</param>
    /// <param name="cancellation">Stops it.</param>
    IEnumerable<DatedId> Ids(SearchRequest request, long skip = 0, CancellationToken cancellation = default);

    /// <summary>What somebody who has typed so much may be typing, in the groups of <see cref="CompletionGroups"/>; most frequent first.</summary>
    /// <param name="typed">The beginning of any word of a value, or of several words; case and accents do not matter.</param>
    /// <param name="count">Most values of a group.</param>
    /// <param name="cancellation">Stops it.</param>
    IReadOnlyDictionary<string, IReadOnlyList<Completion>> Complete(string typed, int count, CancellationToken cancellation = default);

    /// <summary>All values of a facet with the names that they have in the articles; most frequent first. Articles without one are left out.</summary>
    IReadOnlyList<ShownValue> Values(string facet, CancellationToken cancellation = default);

    /// <summary>One page of all values of a facet, counted under a search as its facets are.</summary>
    ListedValues List(string facet, SearchRequest request, ValueListing listing, CancellationToken cancellation = default);

    /// <summary>Hits of a search by period, the earliest first: the periods of which the archive has articles, and what is not known of them. Counted as the facet
    /// of dates is: whatever is chosen in it.</summary>
    IReadOnlyList<PeriodCount> Timeline(SearchRequest request, TimeScale scale, CancellationToken cancellation = default);

    /// <summary>What the articles of a search have more often than chance would have it, compared with all of the archive: facet -> values, the surest first.</summary>
    /// <param name="request">The search; it chooses nothing in these facets.</param>
    /// <param name="facets">The facets.</param>
    /// <param name="count">Most values of each.</param>
    /// <param name="cancellation">Stops it.</param>
    IReadOnlyDictionary<string, IReadOnlyList<Companion>> Distinctive(SearchRequest request, IReadOnlyList<string> facets, int count, CancellationToken cancellation = default);

    /// <summary>What the archive knows of a person, organisation or place; null where it has no such name.</summary>
    EntityPortrait? Portrait(string kind, string name, CancellationToken cancellation = default);

    /// <summary>Facts about the index.</summary>
    ArchiveStats Stats();

    /// <summary>The boilerplate that the last rebuild learned.</summary>
    IReadOnlyList<RepeatedPassage> Boilerplate();
}

/// <summary>An article's id and when it was published.</summary>
public sealed record DatedId(string Id, PublicationDate? Published);

/// <summary>A value of a facet as it is shown.</summary>
/// <param name="Value">The value shown.</param>
/// <param name="Count">Articles that have it.</param>
/// <param name="Names">What stands for it in the articles, in order.</param>
public sealed record ShownValue(string Value, long Count, IReadOnlyList<string> Names);

/// <summary>Facts about an index as of its last commit.</summary>
/// <param name="Path">Index folder.</param>
/// <param name="Generation">Generation name.</param>
/// <param name="Commit">Commit number.</param>
/// <param name="Committed">When it was committed.</param>
/// <param name="Articles">Articles that can be found.</param>
/// <param name="Deleted">Articles deleted but not yet merged away.</param>
/// <param name="Segments">Segments.</param>
/// <param name="ByteLength">Size on disk of this commit.</param>
/// <param name="Values">Facet name -> number of distinct values.</param>
/// <param name="FormatVersion">Format version of the index.</param>
/// <param name="AnalysisVersion">Version of tokens, folding and stemmers.</param>
public sealed record ArchiveStats(
    string Path, string Generation, long Commit, DateTimeOffset Committed, long Articles, long Deleted, int Segments,
    long ByteLength, IReadOnlyDictionary<string, long> Values, int FormatVersion, int AnalysisVersion);

/// <summary>Changing an archive. One writer at a time; nothing is visible before <see cref="Commit"/>.</summary>
public interface IArticleWriter : IDisposable
{
    /// <summary>Begins to learn the frequent phrases of an archive that a rebuild makes, before any article is added: one of how many is to be shown to <see cref="Learn"/>.</summary>
    /// <param name="articles">How many articles will be added.</param>
    int BeginLearning(long articles);

    /// <summary>Shows an article of the sample.</summary>
    void Learn(Article article);

    /// <summary>Adds an article; replaces the one with the same id.</summary>
    void Add(Article article);

    /// <summary>The same in two parts: what can be done on any thread, for several articles at once; and what is returned, to be called as <see cref="Add"/> is.</summary>
    Action Prepare(Article article) => () => Add(article);

    /// <summary>Deletes an article by its id; false where there was none.</summary>
    bool Delete(string id);

    /// <summary>Deletes all articles of the last commit that match; returns how many. Where it is cancelled, only some of them.</summary>
    long Delete(SearchRequest request, CancellationToken cancellation = default);

    /// <summary>What the learning pass found; kept with the generation.</summary>
    Learned Learned { get; set; }

    /// <summary>Outlets that people decided to show under another name: name as stored, or as learned -> name shown. Kept with the index.</summary>
    IReadOnlyDictionary<string, string> OutletAliases { get; set; }

    /// <summary>What people decided about names of people, organisations and places. Kept with the index; a name that changes its kind takes <see cref="AddAgain"/> as well.</summary>
    EntityChoices Entities { get; set; }

    /// <summary>Adds all articles of the last commit that match again, as they are stored, laid out by what is decided now; returns how many.</summary>
    long AddAgain(SearchRequest request, CancellationToken cancellation = default);

    /// <summary>An article of the last commit as it was added, no name shown in another form; null where there is none.</summary>
    Article? Stored(string id);

    /// <summary>Makes all changes durable and visible at once. For a rebuild: switches to the new generation.</summary>
    void Commit();

    /// <summary>Finishes work in the background that keeps later searches fast and changes nothing that they find. Disposing without it drops that work.</summary>
    void FinishMerges(CancellationToken cancellation = default);
}

/// <summary>What a rebuild learned from the whole archive; `add` applies it and never relearns.</summary>
/// <param name="ShownValues">Facet name -> value as found in an article -> value shown. Values not listed are shown as they are.</param>
public sealed record Learned(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ShownValues)
{
    /// <summary>Nothing learned.</summary>
    public static Learned Nothing { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>What repeats inside an outlet and is no part of its articles.</summary>
    public IReadOnlyList<RepeatedPassage> Boilerplate { get; init; } = [];

    /// <summary>Whose surnames are that stand alone.</summary>
    public LoneNames LoneNames { get; init; } = LoneNames.None;
}

/// <summary>A paragraph that repeats inside one outlet.</summary>
/// <param name="Rule">Name of the rule that removes it, as <see cref="Removal.Rule"/> has it; stable over rebuilds.</param>
/// <param name="Outlet">The outlet, or the host where the outlet is unknown.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="Articles">In how many different articles it was found.</param>
/// <param name="Since">Month of the first of them, "2024-02"; null where none has a date.</param>
public sealed record RepeatedPassage(string Rule, string Outlet, string Text, long Articles, string? Since)
{
    /// <summary>What the names of learned rules begin with.</summary>
    public const string RulePrefix = "learned:";

    /// <summary>Whether a learned rule took a passage.</summary>
    public static bool Took(Removal removal) => removal.Rule.StartsWith(RulePrefix, StringComparison.Ordinal);
}

/// <summary>Why an archive cannot be used.</summary>
public enum ArchiveProblem
{
    /// <summary>There is no index.</summary>
    Missing,

    /// <summary>Another writer holds it.</summary>
    Locked,

    /// <summary>A file of it is damaged.</summary>
    Damaged,

    /// <summary>It was made by another version and must be rebuilt.</summary>
    Outdated,
}

/// <summary>The archive cannot be used; the message is a sentence that names the file or holder and says what to do.</summary>
public sealed class ArchiveException(ArchiveProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The kind of problem.</summary>
    public ArchiveProblem Problem { get; } = problem;
}
