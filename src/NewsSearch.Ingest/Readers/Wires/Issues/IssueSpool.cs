using System.IO.Compression;
using Microsoft.Win32.SafeHandles;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>Issues in an archive: the METS and ALTO files come in any order, so they are put aside on disk, packed, and read when the archive has ended.</summary>
/// <remarks>Invariant: in memory a file is its path and where it stands on disk. The file on disk is deleted on dispose.</remarks>
internal sealed class IssueSpool : IIssueFiles, IDisposable
{
    private readonly List<Member> _members = [];
    private readonly Dictionary<string, Member> _byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referred = new(StringComparer.Ordinal);
    private FileStream? _disk;

    /// <summary>Takes a METS or ALTO file. One that is damaged is not taken; the damage is raised.</summary>
    public void Put(Stream content, SourceFile file, IssuePart part)
    {
        _disk ??= TemporaryFile.Create(".issues");
        var start = _disk.Position;
        using (var packing = new DeflateStream(_disk, CompressionLevel.Fastest, leaveOpen: true)) content.CopyTo(packing);
        var member = new Member(file, start, _disk.Position, part);
        _members.Add(member);
        _byPath[Key(file.Path)] = member;
    }

    /// <summary>The articles of the issues, and of pages that belong to none. Nothing may be put aside any more.</summary>
    public IEnumerable<SourceArticle> Read(ReadOptions options)
    {
        if (_disk is null) yield break;
        _disk.Flush();
        foreach (var mets in _members.Where(member => member.Part == IssuePart.Contents))
        {
            using var content = Unpacking(mets);
            _referred.UnionWith(IssueReferences.In(content, mets.File).Select(reference => KeyOf(mets.File, reference)).OfType<string>());
        }
        foreach (var member in _members)
        {
            using var content = Unpacking(member);
            foreach (var article in SourceContent.Read(content, member.File, options.Inside() with { PutAside = null, Issues = this })) yield return article;
        }
    }

    public (Stream Content, string Path)? Open(SourceFile mets, string reference) =>
        KeyOf(mets, reference) is { } key && _byPath.TryGetValue(key, out var page) ? (Unpacking(page), page.File.Path) : null;

    public bool HasIssueOf(SourceFile page) => _referred.Contains(Key(page.Path));

    public void Dispose() => _disk?.Dispose();

    private static string Key(string path) => string.Join('/', IssueReferences.Steps(path));

    private static string? KeyOf(SourceFile mets, string reference) =>
        IssueReferences.Name(reference) is { } name ? string.Join('/', IssueReferences.Steps(mets.Path).SkipLast(1).Append(name)) : null;

    private DeflateStream Unpacking(Member member) => new(new Stretch(_disk!.SafeFileHandle, member.Start, member.End), CompressionMode.Decompress);

    private sealed record Member(SourceFile File, long Start, long End, IssuePart Part);

    /// <summary>The bytes [at, end) of a file.</summary>
    private sealed class Stretch(SafeFileHandle file, long at, long end) : ForwardStream
    {
        private long _at = at;

        public override int Read(Span<byte> buffer)
        {
            var count = RandomAccess.Read(file, buffer[..(int)Math.Min(buffer.Length, end - _at)], _at);
            _at += count;
            return count;
        }
    }
}
