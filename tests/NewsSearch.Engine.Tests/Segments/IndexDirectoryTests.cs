using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Tests.Segments;

/// <summary>The real folder and its faulty twin keep the same contract.</summary>
public abstract class IndexDirectoryTests
{
    private protected abstract IndexDirectory Folder { get; }

    [Fact]
    public void A_file_is_made_with_its_folder_and_read_back()
    {
        using (var file = Folder.Create("gen-0001/a"))
        {
            file.Write([1, 2, 3]);
            file.Write([4]);
            Assert.Equal(4, file.Position);
            file.Flush();
        }

        Assert.Equal([1, 2, 3, 4], Folder.ReadAll("gen-0001/a", 4));
        Assert.Equal([1, 2, 3, 4], MappedBytes("gen-0001/a"));
        Assert.True(Folder.Exists("gen-0001/a"));
        Assert.False(Folder.Exists("gen-0001"));
        Assert.Equal(["gen-0001"], Folder.List(""));
        Folder.FlushFolder("gen-0001");
    }

    [Fact]
    public void An_empty_file_can_be_read_and_mapped()
    {
        Folder.Create("a").Dispose();

        Assert.Empty(Folder.ReadAll("a", 0));
        Assert.Empty(MappedBytes("a"));
    }

    [Fact]
    public void A_file_that_exists_is_not_made_again()
    {
        Write("a", [1]);

        Assert.ThrowsAny<IOException>(() => Folder.Create("a"));

        Assert.Equal([1], Folder.ReadAll("a", 1));
    }

    [Fact]
    public void What_is_absent_raises_FileNotFoundException_when_read_and_nothing_when_deleted_or_listed()
    {
        foreach (var name in new[] { "a", "gen-0001/a" })
        {
            Assert.Throws<FileNotFoundException>(() => Folder.Map(name));
            Assert.Throws<FileNotFoundException>(() => Folder.ReadAll(name, 10));
            Assert.False(Folder.Exists(name));
            Folder.Delete(name);
        }
        Folder.DeleteFolder("gen-0001");
        Assert.Empty(Folder.List("gen-0001"));
    }

    [Fact]
    public void A_file_longer_than_expected_is_damage()
    {
        Write("a", [1, 2]);

        var error = Assert.Throws<IndexFormatException>(() => Folder.ReadAll("a", 1));

        Assert.Equal(Folder.PathOf("a"), error.Path);
    }

    [Fact]
    public void Rename_replaces()
    {
        Write("a", [1]);
        Write("b", [2]);

        Folder.Rename("a", "b");

        Assert.Equal(["b"], Folder.List(""));
        Assert.Equal([1], Folder.ReadAll("b", 1));
    }

    [Fact]
    public void Names_are_listed_in_ordinal_order_and_only_those_directly_in_the_folder()
    {
        foreach (var name in new[] { "b", "B", "a", "gen-0001/c", "gen-0001/a" })
            Write(name, []);

        Assert.Equal(["B", "a", "b", "gen-0001"], Folder.List(""));
        Assert.Equal(["a", "c"], Folder.List("gen-0001"));
    }

    [Fact]
    public void A_folder_goes_with_all_that_is_in_it()
    {
        Write("gen-0001/a", [1]);
        Write("gen-0001/b", [1]);

        Folder.DeleteFolder("gen-0001");

        Assert.Empty(Folder.List(""));
    }

    [Fact]
    public void The_lock_has_one_holder()
    {
        using (Folder.Lock("lock", "me"))
            Assert.Equal("me", Assert.Throws<IndexLockedException>(() => Folder.Lock("lock", "you")).Holder);

        Folder.Lock("lock", "you").Dispose();
    }

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        using var file = Folder.Create(name);
        file.Write(bytes);
    }

    private byte[] MappedBytes(string name)
    {
        var file = Folder.Map(name);
        var bytes = file.Span(0, (int)file.ByteLength).ToArray();
        file.Release();
        return bytes;
    }
}

public sealed class FaultyDirectoryTests : IndexDirectoryTests
{
    private protected override IndexDirectory Folder { get; } = new FaultyDirectory();
}

public sealed class FileIndexDirectoryTests : IndexDirectoryTests, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public FileIndexDirectoryTests() => Folder = new FileIndexDirectory(_temporary.Path);

    private protected override IndexDirectory Folder { get; }

    public void Dispose() => _temporary.Dispose();

    [LinuxFact]
    public void A_mapping_holds_no_file_handle_and_ends_with_its_last_holder()
    {
        using (var file = Folder.Create("a"))
            file.Write(new byte[10_000]);

        var mapped = Folder.Map("a");
        Assert.DoesNotContain(Directory.EnumerateFiles("/proc/self/fd"), handle => Target(handle) == mapped.Path);
        Assert.Contains(mapped.Path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);

        mapped.Release();
        Assert.DoesNotContain(mapped.Path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    /// <summary>What a handle of this process leads to; null where another test has closed it meanwhile.</summary>
    private static string? Target(string handle)
    {
        try
        {
            return File.ResolveLinkTarget(handle, false)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LinuxFact]
    public void Flushing_a_folder_that_is_not_there_is_an_error()
    {
        Assert.ThrowsAny<IOException>(() => Folder.FlushFolder("gen-0001"));
    }
}
