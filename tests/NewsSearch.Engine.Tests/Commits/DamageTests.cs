using System.Buffers.Binary;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

/// <summary>Every byte of every file of a small index, changed or cut off.</summary>
public sealed class DamageTests
{
    private readonly FaultyDirectory _directory = new();
    private readonly string _undamaged;

    public DamageTests()
    {
        SampleIndex.Build(_directory);
        _undamaged = SampleIndex.Read(_directory);
        Assert.Empty(SampleIndex.Problems(_directory));
    }

    [Fact]
    public void Every_changed_byte_is_found_by_Verify_and_is_refused_or_harmless_when_opened()
    {
        var random = new Random(1);
        foreach (var file in _directory.Files)
        {
            var content = _directory.Content(file);
            var inSections = SectionBytes(file);
            for (var at = 0; at < content.Length; at++)
            {
                foreach (var change in (byte[])[(byte)(1 << random.Next(8)), 0xff, (byte)random.Next(1, 256)])
                {
                    var damaged = content.ToArray();
                    damaged[at] ^= change;
                    _directory.Replace(file, damaged);

                    AssertFound(file, $"byte {at} changed by {change:x2}");
                    if (!inSections.Contains(at)) // these are read by Verify alone: opening takes the same time for any length
                        AssertRefusedOrHarmless(file, $"byte {at} changed by {change:x2}");
                }
            }
            _directory.Replace(file, content);
        }
    }

    [Fact]
    public void Every_truncation_is_found_by_Verify_and_is_refused_or_harmless_when_opened()
    {
        foreach (var file in _directory.Files)
        {
            var content = _directory.Content(file);
            for (var length = 0; length < content.Length; length++)
            {
                _directory.Replace(file, content.AsSpan(0, length));

                AssertFound(file, $"cut to {length}");
                AssertRefusedOrHarmless(file, $"cut to {length}");
            }
            _directory.Replace(file, content);
        }
    }

    [Fact]
    public void Bytes_behind_the_end_are_found()
    {
        foreach (var file in _directory.Files)
        {
            var content = _directory.Content(file);
            _directory.Replace(file, [.. content, 0]);

            AssertFound(file, "one more byte");
            AssertRefusedOrHarmless(file, "one more byte");
            _directory.Replace(file, content);
        }
    }

    [Fact]
    public void Two_files_that_have_changed_places_are_found()
    {
        foreach (var (one, other) in new[] { ("gen-0001/000002.seg", "gen-0001/000003.seg"), ("gen-0001/commit-000001", "gen-0001/commit-000002") })
        {
            var (first, second) = (_directory.Content(one), _directory.Content(other));
            _directory.Replace(one, second);
            _directory.Replace(other, first);

            AssertFound(one, "in the other's place");
            AssertFound(other, "in the other's place");
            Assert.Throws<IndexFormatException>(() => SampleIndex.Read(_directory));
            _directory.Replace(one, first);
            _directory.Replace(other, second);
        }
    }

    [Fact]
    public void Another_format_version_is_refused_by_its_number()
    {
        // With a right checksum, as a later version of the program would write it.
        var commit = _directory.Content("gen-0001/commit-000002");
        commit[8] = 99;
        BitConverter.TryWriteBytes(commit.AsSpan(commit.Length - 4), Crc32C.Of(commit.AsSpan(0, commit.Length - 4)));
        _directory.Replace("gen-0001/commit-000002", commit);

        var error = Assert.Throws<IndexOutdatedException>(() => SampleIndex.Read(_directory));

        Assert.Contains($"format version 99; this program reads version {SearchIndex.FormatVersion}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubbish_with_right_checksums_is_refused_or_read_and_nothing_else()
    {
        var random = new Random(3);
        var commit = _directory.Content("gen-0001/commit-000002");
        var segment = _directory.Content("gen-0001/000003.seg");
        var tableStart = (int)BinaryPrimitives.ReadInt64LittleEndian(segment.AsSpan(segment.Length - 32));
        for (var round = 0; round < 20_000; round++)
        {
            _directory.Replace("gen-0001/commit-000002", Sealed(Changed(commit, 12, commit.Length - 4), 0, commit.Length));

            var changed = Changed(segment, tableStart, segment.Length - 12);
            BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(changed.Length - 16), Crc32C.Of(changed.AsSpan(tableStart, changed.Length - 32 - tableStart)));
            _directory.Replace("gen-0001/000003.seg", Sealed(changed, changed.Length - 32, 32));

            RefusedOrRead(() => new CommitStore(_directory).ReadLatest());
            RefusedOrRead(() => SectionFile.Open(_directory, "gen-0001/000003.seg").Dispose());
        }

        byte[] Changed(byte[] bytes, int start, int end)
        {
            var changed = bytes.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                changed[random.Next(start, end)] = (byte)(random.Next(2) == 0 ? random.Next(256) : random.Next(-2, 3));
            return changed;
        }

        static byte[] Sealed(byte[] bytes, int start, int length)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(start + length - 4), Crc32C.Of(bytes.AsSpan(start, length - 4)));
            return bytes;
        }

        static void RefusedOrRead(Action read)
        {
            try
            {
                read();
            }
            catch (IndexFormatException)
            {
                // Refused.
            }
        }
    }

    private HashSet<int> SectionBytes(string file)
    {
        if (!file.EndsWith(".seg", StringComparison.Ordinal))
            return [];
        using var sections = SectionFile.Open(_directory, file);
        return [.. sections.SectionNames.Select(sections.Section).SelectMany(section => Enumerable.Range((int)section.Start, (int)section.ByteLength))];
    }

    private void AssertFound(string file, string damage) =>
        Assert.True(SampleIndex.Problems(_directory).Any(problem => problem.Contains(file, StringComparison.Ordinal)), $"{file}, {damage}: not found");

    private void AssertRefusedOrHarmless(string file, string damage)
    {
        try
        {
            Assert.Equal((file, damage, _undamaged), (file, damage, SampleIndex.Read(_directory)));
        }
        catch (IndexFormatException error)
        {
            Assert.Equal(_directory.PathOf(file), error.Path);
        }
    }
}
