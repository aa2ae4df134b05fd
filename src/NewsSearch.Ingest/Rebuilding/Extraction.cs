using NewsSearch.Archive;
using NewsSearch.Ingest.Boilerplate;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>The first pass of a rebuild: articles into the spool, each under an id of its own, shown to all who learn; with checkpoints.</summary>
/// <remarks>
/// Everything but the spool is a function of the articles in it, in their order: to go on, the spool is read again as if its articles
/// had just been made.
/// </remarks>
internal sealed class Extraction(IngestPipeline pipeline, RepeatLearner repeats, LoneNameLearner names, RepetitionTally repetitions, IngestCounts counts, Garbage garbage, long checkpointBytes)
{
    private const int LookEvery = 256;

    private readonly IdRegister _register = new(renames: true);
    private ReadPosition? _position;

    /// <summary>Takes rejections as they are told; null while there are none to be written down.</summary>
    public Journal? Journal { get; private set; }

    /// <summary>Reads the sources to their end. Where this is interrupted the last article is in a checkpoint all the same.</summary>
    public void Run(SourceReading reading, Spool spool, Journal journal)
    {
        Journal = journal;
        var next = spool.ByteLength + checkpointBytes;
        try
        {
            foreach (var step in pipeline.Steps(reading, Made.Of))
            {
                if (step.Made is { } made)
                {
                    var offset = spool.ByteLength;
                    spool.Append(made.Line);
                    spool.Append("\n"u8);
                    Take(made, offset, spool);
                }
                _position = step.Position;
                if (spool.ByteLength < next) continue;
                Mark(reading, spool);
                next = spool.ByteLength + checkpointBytes;
            }
            _position = reading.End;
            Mark(reading, spool);
        }
        catch (OperationCanceledException)
        {
            Mark(reading, spool);
            throw;
        }
    }

    /// <summary>Takes the articles that are in the spool already.</summary>
    public void Repeat(IEnumerable<(long Offset, byte[] Line)> lines, Spool spool, CancellationToken cancellation)
    {
        var batches = OrderedWork.Batches(lines, 64, 4 << 20, line => line.Line.Length);
        foreach (var batch in OrderedWork.Map(batches, batch => batch.ConvertAll(line => (line.Offset, Made: Made.Of(new SpooledLine(line.Line, null).Read(), line.Line))), pipeline.Workers))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (offset, made) in batch) Take(made, offset, spool);
        }
    }

    private void Take(Made made, long offset, Spool spool)
    {
        var entry = spool.Entries;
        if (entry % LookEvery == 0) garbage.Look();
        spool.Enter(offset, made.Line.Length, made.Article.Published);
        var registered = _register.Register(made.Article, entry, made.TextHash);
        repetitions.Count(registered.Repeated);
        if (registered.Replaced is { } older) spool.Drop(older);
        if (registered.Article is not { } article)
        {
            spool.Drop(entry);
            return;
        }
        var keys = made.Keys;
        if (article.Id != made.Article.Id)
        {
            spool.Rename(entry, article.Id);
            article = pipeline.Decisions.Corrections.Receive(article, formerId: made.Article.Id);
            keys = RepeatLearner.Keys(article);
        }
        repeats.Sketch(keys);
        names.See(article);
    }

    private void Mark(SourceReading reading, Spool spool)
    {
        if (_position is not { } position) return;
        spool.Flush();
        reading.TakeNewPages().ForEach(Journal!.Add);
        Journal.Mark(new Checkpoint
        {
            Spooled = spool.Entries,
            SpoolByteLength = spool.ByteLength,
            SpoolChecksum = spool.Checksum,
            File = position.Start.Number,
            Files = reading.Chain(position.Start.Number),
            Taken = position.Taken,
            Rejections = reading.ReadRejections,
            RejectionsBefore = position.Start.Rejections,
            Counts = counts.Made(position.Start.Counts),
        });
    }

    /// <summary>An article, and what can be told of it on any thread.</summary>
    private sealed record Made(Article Article, byte[] Line, UInt128 TextHash, IReadOnlyCollection<ulong> Keys)
    {
        public static Made Of(Article article) => Of(article, ArticleJson.ToUtf8(article));

        public static Made Of(Article article, byte[] line) => new(article, line, IdRegister.TextHash(article), RepeatLearner.Keys(article));
    }
}
