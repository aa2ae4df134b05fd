using System.Runtime.ExceptionServices;
using NewsSearch.Engine;
using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded;

/// <summary>Hits of the engine -> those of a page: what is known of each, its title and passages with marks, its explanation.</summary>
internal sealed class PageHits(Searcher searcher, Highlighter highlighter, SortOrder sort, SnippetOptions options, CancellationToken cancellation)
{
    /// <summary>Once so many characters were read, what is left of the page is read by several threads: 10 ms, so that the usual page keeps to one.</summary>
    private const int LongPage = 1 << 19;

    /// <summary>People named beside a hit. Taste.</summary>
    private const int MostPeople = 4;

    public Hit[] Of(IndexAnswer answer)
    {
        var hits = new Hit[answer.Hits.Count];
        var (read, done) = (0L, 0);
        while (done < hits.Length && read < LongPage) read += Make(done++);
        try
        {
            if (done < hits.Length) Parallel.For(done, hits.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => Make(i));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }

        return hits;

        int Make(int i)
        {
            (hits[i], var length) = Of(answer.Hits[i]);
            if (answer.Explanations.Count > i) hits[i] = hits[i] with { Explanation = Explained(answer.Explanations[i]) };
            return length;
        }
    }

    /// <summary>A hit, and how many characters were read for it.</summary>
    private (Hit Hit, int Length) Of(ScoredDoc hit)
    {
        cancellation.ThrowIfCancellationRequested();
        var head = ArticleHead.FromUtf8(searcher.Stored(hit.Doc, ArticleSchema.Head));
        var article = ShownArticle.Of(searcher, hit.Doc);
        var marks = ArticleMarks.Of(highlighter, searcher, article, head.Title, cancellation);
        var made = new Hit
        {
            Id = head.Id,
            Title = head.Title,
            TitleMarked = Snippets.MarkAll(head.Title, marks.Title),
            HasHeadline = head.HasHeadline,
            Outlet = head.Outlet is null ? null : searcher.Shown("outlet", head.Outlet),
            Published = PublicationDate.TryParse(head.Published),
            Url = head.Url,
            People = [.. article.People.Where(person => !person.IsLone).OrderByDescending(person => person.Mentions.Count).Take(MostPeople).Select(person => person.Name)],
            Score = sort == SortOrder.Relevance ? hit.Key : 0,
            Snippets = marks.Body.Count == 0 && OwnLead(article) is { } lead ? Snippets.Of(lead, [], options) : Snippets.Of(article.Body, marks.Body, options),
        };
        return (made, article.Body.Length);
    }

    private static Explanation Explained(IEnumerable<ScorePart> parts) =>
        new([.. parts.Select(part => new ExplainedPart(Word(part.Kind), part.Text, [.. part.Fields.Select(field => new FieldCount(field.Field, field.Frequency))], part.DocumentFrequency, part.Score))]);

    private static string Word(ScorePartKind kind) => kind switch
    {
        ScorePartKind.Word => "word",
        ScorePartKind.Phrase => "phrase",
        ScorePartKind.Pattern => "pattern",
        ScorePartKind.Nearness => "nearness",
        ScorePartKind.Earliness => "earliness",
        _ => "passage",
    };

    /// <summary>A lead that the body does not begin with; it is shown where nothing in the body is to mark.</summary>
    private static string? OwnLead(Article article) =>
        string.IsNullOrWhiteSpace(article.Lead) || article.Title is null || article.Body.StartsWith(article.Lead, StringComparison.Ordinal) ? null : article.Lead;
}
