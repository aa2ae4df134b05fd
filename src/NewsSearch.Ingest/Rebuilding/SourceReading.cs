using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsSearch.Ingest.Readers;
using NewsSearch.Ingest.Readers.Web;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>Sources on their way to being articles: which files there are, how far they are read, what was rejected; also from the middle on.</summary>
/// <remarks>
/// Two things run at two speeds. Readers are ahead: what they reject is told at once. Articles that they found are made later, in
/// order; a <see cref="ReadPosition"/> goes with each. To go on from one, its file is read again from the start: the articles before
/// it are passed over, and as many of the readers' rejections as were told.
/// </remarks>
internal sealed class SourceReading
{
    private readonly List<SourceFile> _files;
    private readonly List<Rejection> _notFound = [];
    private readonly List<string> _chain = [];
    private readonly SeenPages _seenPages = new();
    private readonly List<FilePages> _newPages = [];
    private readonly Action<Rejection> _reject;
    private readonly IngestCounts _counts;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly long _totalBytes;
    private FileStart? _lastStart;
    private (int File, long Taken) _from;
    private long _articles, _rejected, _bytes, _toPassOver;
    private long _articlesBefore, _bytesBefore;
    private int _file;
    private bool _goesOn;

    /// <param name="sources">Files and folders.</param>
    /// <param name="reject">Told of everything that gives no article.</param>
    /// <param name="counts">Takes the counts.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentException">A source does not exist.</exception>
    public SourceReading(IReadOnlyList<string> sources, Action<Rejection> reject, IngestCounts counts, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        (_reject, _counts, _progress, _cancellation) = (reject, counts, progress, cancellation);
        _files = SourceFiles.Find(sources, _notFound.Add);
        _totalBytes = _files.Sum(file => file.ByteLength);
    }

    /// <summary>Rejections that readers told, those told before an interruption included.</summary>
    public long ReadRejections { get; private set; }

    /// <summary>Where the reading ends.</summary>
    public ReadPosition End => new(Start(_files.Count), 0);

    /// <summary>Whether the files up to that of a checkpoint are there as they were.</summary>
    public bool Has(Checkpoint checkpoint) => checkpoint.File <= _files.Count && Chain(checkpoint.File) == checkpoint.Files;

    /// <summary>Goes on from a checkpoint, of which the articles and rejections were taken already.</summary>
    public void GoOnFrom(Checkpoint checkpoint, long articles, long rejected)
    {
        (_articles, _rejected, _goesOn) = (articles, rejected, true);
        _from = (checkpoint.File, checkpoint.Taken);
        ReadRejections = checkpoint.RejectionsBefore;
        _toPassOver = checkpoint.Rejections - checkpoint.RejectionsBefore;
        _counts.Restore(checkpoint.Counts);
        _bytes = _bytesBefore = _files.Take(checkpoint.File).Sum(file => file.ByteLength);
        _articlesBefore = articles;
    }

    /// <summary>Pages of files that are not read again.</summary>
    public void GoOnAfter(FilePages pages) => _seenPages.Restore(pages.Digests);

    /// <summary>The pages of web archives that were read since the last call, by file: what goes on later has to know them.</summary>
    public List<FilePages> TakeNewPages()
    {
        KeepNewPages();
        List<FilePages> pages = [.. _newPages];
        _newPages.Clear();
        return pages;
    }

    /// <summary>What the readers find.</summary>
    public IEnumerable<(SourceArticle Article, ReadPosition Position)> Find(FieldMap map)
    {
        if (!_goesOn) _notFound.ForEach(RejectRead);
        var options = new ReadOptions { Reject = RejectRead, Counts = _counts, Map = map, SeenPages = _seenPages };
        var before = _bytes;
        for (var number = _from.File; number < _files.Count; number++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var (start, taken) = (Start(number), 0L);
            _file = number;
            foreach (var found in SourceReader.Read(_files[number], options, read => _bytes = before + read))
            {
                _cancellation.ThrowIfCancellationRequested();
                if (++taken > _from.Taken || number > _from.File) yield return (found, new ReadPosition(start, taken));
            }
            KeepNewPages();
            before += _files[number].ByteLength;
            _bytes = before;
        }
    }

    /// <summary>An article was made.</summary>
    public void CountArticle(string format)
    {
        _articles++;
        _counts.Article(format);
    }

    /// <summary>What was found gave no article.</summary>
    public void RejectMade(string format, Rejection rejection)
    {
        _cancellation.ThrowIfCancellationRequested();
        _counts.RejectMade(format);
        _rejected++;
        _reject(rejection);
    }

    public void Report() => _progress?.Report(new IngestProgress(_articles, _rejected, _bytes, _totalBytes) { ArticlesBefore = _articlesBefore, BytesBefore = _bytesBefore });

    private void RejectRead(Rejection rejection)
    {
        _cancellation.ThrowIfCancellationRequested();
        ReadRejections++;
        if (_toPassOver > 0)
        {
            _toPassOver--;
            return;
        }
        _rejected++;
        _reject(rejection);
    }

    private void KeepNewPages()
    {
        if (_seenPages.TakeNew() is { Length: > 0 } digests) _newPages.Add(new FilePages(_file, digests));
    }

    private FileStart Start(int file)
    {
        var counts = _lastStart is { } last && last.Counts.IsStill(_counts) ? last.Counts : _counts.OfReaders();
        return _lastStart = new FileStart(file, ReadRejections, counts);
    }

    /// <summary>A hash of the files up to this one, this one included, and of what was not found.</summary>
    public string Chain(int file)
    {
        for (var next = _chain.Count; next <= file; next++)
        {
            var link = next == _files.Count ? "end"
                : string.Create(CultureInfo.InvariantCulture, $"{_files[next].Path}\n{_files[next].Name}\n{_files[next].ByteLength}\n{_files[next].Modified.Ticks}");
            var before = next > 0 ? _chain[next - 1] : string.Join('\n', _notFound);
            _chain.Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + link)).AsSpan(0, 8)));
        }
        return _chain[file];
    }
}

/// <summary>How far sources have been read.</summary>
/// <param name="Start">The file, and what was so when it was begun.</param>
/// <param name="Taken">Articles found in it so far, made or not.</param>
internal sealed record ReadPosition(FileStart Start, long Taken);

/// <summary>Pages of web archives in a file that came for the first time.</summary>
/// <param name="File">Its number among the files.</param>
/// <param name="Digests">As <see cref="SeenPages"/> knows them.</param>
internal sealed record FilePages(int File, byte[] Digests);

/// <summary>What was so when a file was begun.</summary>
/// <param name="Number">Its number among the files.</param>
/// <param name="Rejections">Rejections that readers had told.</param>
/// <param name="Counts">What readers had counted.</param>
internal sealed record FileStart(int Number, long Rejections, ReaderCounts Counts);
