using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Tests.Segments;

/// <summary>What of the unflushed work is on the disk after a power cut.</summary>
internal enum Survival
{
    Nothing,
    Everything,

    /// <summary>Each change of a name on its own, each file's unflushed bytes as a part, as zeros or as rubbish.</summary>
    Anything,
}

/// <summary>The index folder in memory, with every fault a disk has.</summary>
/// <remarks>
/// Operations (create, write, flush, rename, delete, flush of a folder) are counted from 0. Operation <see cref="FailAt"/> fails, a write
/// after half of its bytes; with <see cref="FailsForGood"/> so do all later ones, as after a power cut or <c>kill -9</c>. With
/// <see cref="Capacity"/> the disk is full after so many bytes. Thread-safe, as a disk is.
/// </remarks>
internal sealed class FaultyDirectory : IndexDirectory
{
    private Dictionary<string, Node> _names = new(StringComparer.Ordinal);
    private Dictionary<string, Node> _durableNames = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private string? _lockHolder;

    public override string Path => "memory";

    public int Operations { get; private set; }

    public int FailAt { get; set; } = -1;

    public bool FailsForGood { get; set; }

    /// <summary>Bytes that all files together may hold.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    /// <summary>Bytes written to segments and to parts of them, ever.</summary>
    public long SegmentBytesWritten { get; private set; }

    /// <summary>Called before each operation: what a reader sees between any two.</summary>
    public Action? BeforeEach { get; set; }

    public IReadOnlyList<string> Files => Locked<IReadOnlyList<string>>(() => [.. _names.Where(entry => !entry.Value.IsFolder).Select(entry => entry.Key).Order(StringComparer.Ordinal)]);

    public override IndexFile Create(string name)
    {
        Operate();
        using var held = _gate.EnterScope();
        for (var folder = FolderOf(name); folder.Length > 0; folder = FolderOf(folder))
            _names.TryAdd(folder, new Node { IsFolder = true });
        var node = new Node();
        return _names.TryAdd(name, node) ? new OpenFile(this, node, name) : throw new IOException($"{name} exists");
    }

    public override MappedFile Map(string name) => MappedFile.Over(PathOf(name), Content(name));

    public override byte[] ReadAll(string name, int atMostBytes) =>
        Content(name) is var bytes && bytes.Length <= atMostBytes ? bytes : throw new IndexFormatException(PathOf(name), -1, "too long");

    public override void Rename(string from, string to)
    {
        Operate();
        using var held = _gate.EnterScope();
        _names[to] = _names[from];
        _names.Remove(from);
    }

    public override void Delete(string name)
    {
        Operate();
        using var held = _gate.EnterScope();
        _names.Remove(name);
    }

    /// <summary>One operation for each name, as on a disk: a crash leaves half a folder.</summary>
    public override void DeleteFolder(string name)
    {
        foreach (var inside in List(name))
            Delete($"{name}/{inside}");
        Delete(name);
    }

    public override bool Exists(string name) => Locked(() => _names.TryGetValue(name, out var node) && !node.IsFolder);

    public override IReadOnlyList<string> List(string folder) =>
        Locked<IReadOnlyList<string>>(() => [.. _names.Keys.Where(name => FolderOf(name) == folder).Select(IndexNames.LastPart).Order(StringComparer.Ordinal)]);

    public override void FlushFolder(string folder)
    {
        Operate();
        using var held = _gate.EnterScope();
        foreach (var name in _names.Keys.Union(_durableNames.Keys).Where(name => FolderOf(name) == folder).ToList())
        {
            if (_names.TryGetValue(name, out var node))
                _durableNames[name] = node;
            else
                _durableNames.Remove(name);
        }
    }

    public override IDisposable Lock(string name, string holder)
    {
        if (_lockHolder is not null)
            throw new IndexLockedException(Path, _lockHolder);
        _lockHolder = holder;
        return new Unlock(this);
    }

    /// <summary>The machine is switched off and on again; no more faults.</summary>
    public void CutPower(Survival survival, Random random)
    {
        var survivors = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var name in _names.Keys.Union(_durableNames.Keys).Order(StringComparer.Ordinal))
        {
            var names = survival == Survival.Everything || (survival == Survival.Anything && random.Next(2) == 0) ? _names : _durableNames;
            var isFolderThere = FolderOf(name) is var folder && (folder.Length == 0 || survivors.ContainsKey(folder));
            if (isFolderThere && names.TryGetValue(name, out var node))
                survivors[name] = node.After(survival, random);
        }
        _names = survivors;
        _durableNames = new Dictionary<string, Node>(survivors, StringComparer.Ordinal);
        Repair();
    }

    public void Repair()
    {
        FailAt = -1;
        BeforeEach = null;
        _lockHolder = null;
    }

    public byte[] Content(string name) =>
        Locked(() => Exists(name) ? _names[name].Bytes.ToArray() : null) ?? throw new FileNotFoundException($"{name} is not there", PathOf(name));

    /// <summary>For damage: puts other bytes in a file's place.</summary>
    public void Replace(string name, ReadOnlySpan<byte> bytes) => _names[name] = new Node { Bytes = [.. bytes] };

    private T Locked<T>(Func<T> read)
    {
        lock (_gate) return read();
    }

    private static string FolderOf(string name) => name.Contains('/') ? name[..name.LastIndexOf('/')] : "";

    private void Operate(Action? halfDone = null)
    {
        BeforeEach?.Invoke();
        using var held = _gate.EnterScope();
        var operation = Operations++;
        if (FailAt < 0 || (FailsForGood ? operation < FailAt : operation != FailAt))
            return;
        if (operation == FailAt)
            halfDone?.Invoke();
        throw new IOException($"operation {operation} fails");
    }

    private sealed class Node
    {
        public bool IsFolder { get; init; }

        public List<byte> Bytes { get; init; } = [];

        public int FlushedLength { get; set; }

        public Node After(Survival survival, Random random)
        {
            var bytes = Bytes.ToArray();
            if (survival == Survival.Anything && FlushedLength < bytes.Length)
            {
                var lost = bytes.AsSpan(random.Next(FlushedLength, bytes.Length + 1));
                if (random.Next(3) is var kind && kind == 0)
                    bytes = bytes[..^lost.Length];
                else if (kind == 1)
                    lost.Clear();
                else
                    random.NextBytes(lost);
            }
            if (survival == Survival.Nothing)
                bytes = bytes[..FlushedLength];
            return new Node { IsFolder = IsFolder, Bytes = [.. bytes], FlushedLength = bytes.Length };
        }
    }

    private sealed class OpenFile(FaultyDirectory directory, Node node, string name) : IndexFile
    {
        public override void Flush()
        {
            directory.Operate();
            node.FlushedLength = node.Bytes.Count;
        }

        public override void Dispose()
        {
        }

        protected override void Append(ReadOnlySpan<byte> bytes)
        {
            var half = bytes[..(bytes.Length / 2)].ToArray();
            directory.Operate(() => node.Bytes.AddRange(half));
            lock (directory._gate)
            {
                if (directory._names.Values.Sum(file => (long)file.Bytes.Count) + bytes.Length > directory.Capacity) throw new IOException($"No space left on device : '{directory.PathOf(name)}'");
                if (name.Contains(".seg", StringComparison.Ordinal)) directory.SegmentBytesWritten += bytes.Length;
                node.Bytes.AddRange(bytes);
            }
        }
    }

    private sealed class Unlock(FaultyDirectory directory) : IDisposable
    {
        public void Dispose() => directory._lockHolder = null;
    }
}
