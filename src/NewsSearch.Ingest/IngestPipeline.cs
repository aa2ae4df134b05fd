using System.Security.Cryptography;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Readers;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest;

/// <summary>Sources -> clean articles: files are found, read, cleaned, described, and searched for names.</summary>
/// <param name="entities">Finds the names.</param>
/// <param name="clock">No article is published after its now.</param>
/// <param name="workers">How many threads clean and describe; articles come in the sources' order all the same.</param>
/// <param name="decisions">What people decided about the archive; none where it is null.</param>
/// <param name="map">What the caller says about columns of tables and fields of JSON.</param>
public sealed class IngestPipeline(IEntityExtractor entities, TimeProvider clock, int workers = 1, Decisions? decisions = null, FieldMap? map = null)
{
    /// <summary>Articles that a worker takes at a time; fewer where they are long.</summary>
    private const int BatchCount = 16;

    /// <summary>Characters that a worker takes at a time, but for one article; taste.</summary>
    private const long BatchLength = 4 << 20;

    private readonly ArticleMaker _maker = new(entities, clock, decisions ?? Decisions.None);

    /// <summary>The project's own extractor, the machine's clock, and as many workers as there are processors.</summary>
    public static IngestPipeline Default { get; } = new(new NameExtractor(), TimeProvider.System, Environment.ProcessorCount);

    /// <summary>How many threads clean and describe.</summary>
    internal int Workers => Math.Max(1, workers);

    /// <summary>What people decided; corrections are made already in the articles that come out.</summary>
    public Decisions Decisions { get; } = decisions ?? Decisions.None;

    /// <summary>A hash of all that decides what articles come out of which sources, this program included.</summary>
    internal string Settings(IReadOnlyList<string> sources)
    {
        var settings = new StringBuilder();
        settings.AppendLine(typeof(IngestPipeline).Module.ModuleVersionId.ToString()).AppendLine(entities.GetType().AssemblyQualifiedName);
        foreach (var source in sources) settings.AppendLine(source).AppendLine(Path.GetFullPath(source));
        foreach (var field in FieldMap.Fields) settings.AppendLine(field).AppendJoin('\n', (map ?? FieldMap.Empty).ColumnsOf(field)).AppendLine();
        foreach (var rule in Decisions.RulesOff.Order(StringComparer.Ordinal)) settings.AppendLine(rule);
        foreach (var (alias, name) in Decisions.Outlets.Shown.OrderBy(alias => alias.Key, StringComparer.Ordinal)) settings.AppendLine(alias).AppendLine(name);
        foreach (var correction in Decisions.Corrections.All) settings.AppendLine(correction.Id).AppendLine(correction.Field).AppendLine(correction.Value);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.ToString())));
    }

    /// <summary>The same with what people decided about an archive.</summary>
    public IngestPipeline With(Decisions decided) => new(entities, clock, workers, decided, map);

    /// <summary>The same, for sources whose columns and fields are called so.</summary>
    public IngestPipeline With(FieldMap fields) => new(entities, clock, workers, decisions, fields);

    /// <summary>Reads all articles, streaming: memory does not grow with the sources.</summary>
    /// <param name="sources">Files and folders; folders are read to their depth, by name.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the run between two articles.</param>
    /// <exception cref="ArgumentException">A source does not exist.</exception>
    public IEnumerable<Article> Read(
        IReadOnlyList<string> sources, Action<Rejection> reject, IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default) =>
        Read(sources, reject, new IngestCounts(), progress, cancellation);

    /// <summary>The same, counted by format.</summary>
    /// <param name="sources">Files and folders.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="counts">Takes the counts as the articles come.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the run between two articles.</param>
    /// <exception cref="ArgumentException">A source does not exist.</exception>
    public IEnumerable<Article> Read(
        IReadOnlyList<string> sources, Action<Rejection> reject, IngestCounts counts, IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(reject);
        ArgumentNullException.ThrowIfNull(counts);
        var reading = new SourceReading(sources, reject, counts, progress, cancellation);
        return Steps(reading, article => article).Where(step => step.Made is not null).Select(step => step.Made!);
    }

    /// <summary>Reads on, and makes the articles on all threads; they come in the sources' order, each when the one before was taken.</summary>
    /// <param name="reading">The sources.</param>
    /// <param name="finish">What else is to be done with an article, on any thread.</param>
    internal IEnumerable<Step<T>> Steps<T>(SourceReading reading, Func<Article, T> finish)
        where T : class
    {
        var batches = OrderedWork.Batches(reading.Find(map ?? FieldMap.Empty), BatchCount, BatchLength, found => found.Article.Given.Body.Length + (found.Article.Page?.Html.Length ?? 0));
        foreach (var steps in OrderedWork.Map(batches, batch => batch.ConvertAll(found => Make(found.Article, found.Position, finish)), Workers))
        {
            foreach (var step in steps)
            {
                if (step.Rejection is { } rejection) reading.RejectMade(step.Format, rejection);
                else reading.CountArticle(step.Format);
                yield return step;
            }
            reading.Report();
        }
        reading.Report();
    }

    private Step<T> Make<T>(SourceArticle source, ReadPosition position, Func<Article, T> finish)
        where T : class =>
        _maker.Make(source, out var problem) is { } article
            ? new Step<T>(position, source.Format, finish(article), null)
            : new Step<T>(position, source.Format, null, new Rejection(source.File.Path, source.Place, problem ?? ""));

    /// <summary>What came of one article that was found.</summary>
    /// <param name="Position">How far the sources are read with it.</param>
    /// <param name="Format">The format it was read from.</param>
    /// <param name="Made">The finished article; null where there is none.</param>
    /// <param name="Rejection">Why there is none; told already.</param>
    internal readonly record struct Step<T>(ReadPosition Position, string Format, T? Made, Rejection? Rejection)
        where T : class;
}
