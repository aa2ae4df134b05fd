using System.Text;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Tests.Commits;

/// <summary>Small indexes whose content is known: what stands in a segment can be told from its number.</summary>
internal static class SampleIndex
{
    private static readonly DateTimeOffset Written = new(2024, 2, 20, 14, 5, 0, TimeSpan.Zero);

    /// <summary>A segment of three sections: an empty one, a short one, one of several blocks of padding.</summary>
    public static SegmentEntry WriteSegment(IndexDirectory directory, string generation, long number, byte[]? deleted = null)
    {
        using var writer = new SectionFileWriter(directory, IndexNames.Segment(generation, number));
        writer.Begin("empty");
        writer.End();
        writer.Begin("short").Write(ShortContent(number));
        writer.End();
        var sink = writer.Begin("long");
        foreach (var part in LongContent(number).Chunk(77))
            sink.Write(part);
        writer.End();
        writer.Finish();
        return new SegmentEntry(writer.Name, 10, writer.ByteLength, deleted ?? [], writer.FooterChecksum);
    }

    public static Commit CommitOf(string generation, long number, params IReadOnlyList<SegmentEntry> segments) => new(
        number, generation, Written, AnalysisVersion: 3, Encoding.UTF8.GetBytes("{}"), NextSegment: 1000, segments,
        new Dictionary<string, byte[]> { ["learned"] = Encoding.UTF8.GetBytes($"{generation} {number}") });

    public static byte[] ShortContent(long number) => Encoding.UTF8.GetBytes($"segment {number}");

    public static byte[] LongContent(long number)
    {
        var bytes = new byte[300];
        new Random((int)number).NextBytes(bytes);
        return bytes;
    }

    /// <summary>An index of two commits in one generation: segments 1 and 2, then 2 (with deletions) and 3.</summary>
    public static CommitStore Build(IndexDirectory directory)
    {
        var store = new CommitStore(directory);
        var generation = store.NewGeneration();
        var second = WriteSegment(directory, generation, 2);
        store.Write(CommitOf(generation, 1, WriteSegment(directory, generation, 1), second));
        store.SwitchTo(generation, keepOld: false);
        store.Write(CommitOf(generation, 2, second with { Deleted = [0b101, 0] }, WriteSegment(directory, generation, 3)));
        return store;
    }

    /// <summary>All that a reader of the latest commit sees, as text; every section is read to its end.</summary>
    public static string Read(IndexDirectory directory) => new CommitStore(directory).OpenLatest(commit => TextOf(directory, commit));

    public static string TextOf(IndexDirectory directory, Commit commit)
    {
        var files = SectionFile.OpenAll(directory, commit.Segments);
        var text = new StringBuilder($"{commit.Generation} {commit.Number} {commit.Written:O} {commit.AnalysisVersion} {commit.NextSegment} {Encoding.UTF8.GetString(commit.Schema)}\n");
        foreach (var (name, bytes) in commit.Attachments)
            text.Append(name).Append('=').AppendLine(Encoding.UTF8.GetString(bytes));
        foreach (var (entry, file) in commit.Segments.Zip(files))
        {
            text.AppendLine($"{entry.Name} {entry.DocCount} {Convert.ToHexString(entry.Deleted)}");
            foreach (var name in file.SectionNames)
                text.AppendLine($"{name} {Convert.ToHexString(file.Section(name).SpanUpTo(0, 10_000))}");
            file.Dispose();
        }
        return text.ToString();
    }

    public static List<string> Problems(IndexDirectory directory)
    {
        var problems = new List<string>();
        new CommitStore(directory).Verify(problems.Add, remark: _ => { }, CancellationToken.None);
        return problems;
    }
}
