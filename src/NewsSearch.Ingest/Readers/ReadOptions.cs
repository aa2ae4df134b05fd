using System.Globalization;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Containers;
using NewsSearch.Ingest.Readers.Web;
using NewsSearch.Ingest.Readers.Wires.Issues;

namespace NewsSearch.Ingest.Readers;

/// <summary>What a reader is told besides the content.</summary>
internal sealed record ReadOptions
{
    /// <summary>Told of every rejection. Readers use the one that they are given, which counts it for their format; containers hand this one on.</summary>
    public Action<Rejection> Reject { get; init; } = _ => { };

    /// <summary>What the caller says about the columns of tables and the fields of JSON.</summary>
    public FieldMap Map { get; init; } = FieldMap.Empty;

    /// <summary>Told of what is passed over because it is no article.</summary>
    public IngestCounts Counts { get; init; } = new();

    /// <summary>The pages that web archives gave so far.</summary>
    public SeenPages SeenPages { get; init; } = new();

    /// <summary>Where the files of newspaper issues lie.</summary>
    public IIssueFiles Issues { get; init; } = new IssueFolder();

    /// <summary>Takes the files of newspaper issues out of the archive that is being read, until its end; null where none is.</summary>
    public IssueSpool? PutAside { get; init; }

    /// <summary>What may be unpacked of the source file.</summary>
    public UnpackBudget Budget { get; init; } = new(0);

    /// <summary>A longer line, record, text or page is no article, and memory is not to hold it; taste.</summary>
    public int MaxRecordByteLength { get; init; } = WholeContent.MaxByteLength;

    /// <summary>The first bytes of the content.</summary>
    public SourceHead Head { get; init; } = new(default, "");

    /// <summary>How many containers the content lies in.</summary>
    public int Depth { get; init; }

    /// <summary>Offset in the content -> how the place is called in the file as stored. To be asked for places in their order.</summary>
    public Func<long, string> PlaceOf { get; init; } = OffsetItself;

    /// <summary>The options for what a container holds.</summary>
    public ReadOptions Inside() => this with { Depth = Depth + 1, PlaceOf = OffsetItself };

    private static string OffsetItself(long offset) => "byte " + offset.ToString(CultureInfo.InvariantCulture);
}
