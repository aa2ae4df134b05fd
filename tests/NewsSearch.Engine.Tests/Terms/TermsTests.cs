using System.Text;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Terms;

public sealed class TermsTests
{
    public static TheoryData<int> Counts => [0, 1, 2, 15, 16, 17, 32, 33, 1000];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Terms_come_back_in_order_with_their_entries_and_ordinals(int count)
    {
        var terms = Terms(count);
        var reader = Read(terms);
        var cursor = reader.Cursor();

        Assert.Equal(count, reader.TermCount);
        for (var i = 0; i < count; i++)
        {
            Assert.True(cursor.Next());
            AssertAt(terms, i, cursor);
        }

        Assert.False(cursor.Next());
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Seeking_finds_the_first_term_not_before_from_anywhere(int count)
    {
        var terms = Terms(count);
        var reader = Read(terms);
        var targets = terms.SelectMany(term => (byte[][])[term, [.. term, 0], term[..^1], [.. term[..^1], (byte)(term[^1] + 1)]]).Append([]).Append([255, 255]);
        var cursor = reader.Cursor();
        foreach (var target in targets)
        {
            var expected = terms.FindIndex(term => term.AsSpan().SequenceCompareTo(target) >= 0);

            Assert.Equal(expected >= 0, cursor.SeekCeiling(target));
            if (expected >= 0) AssertAt(terms, expected, cursor);
            Assert.Equal(expected >= 0 && terms[expected].AsSpan().SequenceEqual(target), reader.TryFind(target, out var entry));
            if (entry != default) Assert.Equal(Entry(expected), entry);
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Ordinals_lead_to_their_terms_in_any_order(int count)
    {
        var terms = Terms(count);
        var cursor = Read(terms).Cursor();
        foreach (var ordinal in Enumerable.Range(0, count).OrderBy(ordinal => ordinal * 7919 % Math.Max(1, count)))
        {
            cursor.SeekOrdinal(ordinal);
            AssertAt(terms, ordinal, cursor);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => cursor.SeekOrdinal(count));
    }

    [Fact]
    public void Long_terms_and_the_empty_term_are_kept_whole()
    {
        List<byte[]> terms = [[], .. Enumerable.Range(1, 40).Select(i => Enumerable.Repeat((byte)'a', i * 800).ToArray())];
        var reader = Read(terms);
        var cursor = reader.Cursor();
        for (var i = 0; i < terms.Count; i++)
        {
            Assert.True(cursor.Next());
            AssertAt(terms, i, cursor);
            Assert.True(cursor.SeekCeiling(terms[i]));
            AssertAt(terms, i, cursor);
            Assert.True(reader.TryFind(terms[i], out _));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_step_tells_what_the_term_shares_with_the_one_before(int count)
    {
        var terms = Terms(count);
        var cursor = Read(terms).Cursor();
        for (var i = 0; cursor.Next(); i++)
            Assert.Equal(i == 0 ? 0 : terms[i].AsSpan().CommonPrefixLength(terms[i - 1]), cursor.SharedLength);
    }

    [Fact]
    public void Terms_out_of_order_or_twice_are_refused()
    {
        var writer = new TermsWriter(new MemorySink());
        writer.Add("b"u8, Entry(0));

        Assert.Throws<ArgumentException>(() => writer.Add("a"u8, Entry(1)));
        Assert.Throws<ArgumentException>(() => writer.Add("b"u8, Entry(1)));
    }

    [Fact]
    public void A_changed_byte_is_refused_or_gives_other_terms_but_nothing_else()
    {
        var bytes = Bytes(Terms(40));
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var change in (byte[])[1, 0x80, 0xff])
            {
                var damaged = bytes.ToArray();
                damaged[at] ^= change;
                try
                {
                    var reader = new TermsReader(MemoryRegion.Of(damaged));
                    if (at % 2 == 0) reader.Cursor().SeekCeiling("baba"u8);
                    var cursor = reader.Cursor();
                    while (cursor.Next())
                    {
                    }
                }
                catch (IndexFormatException)
                {
                }
            }
        }
    }

    private static void AssertAt(List<byte[]> terms, int ordinal, TermCursor cursor)
    {
        Assert.True(cursor.Term.SequenceEqual(terms[ordinal]));
        Assert.Equal(Entry(ordinal), cursor.Entry);
        Assert.Equal(ordinal, cursor.Ordinal);
    }

    /// <summary>Words of two letters, so that many share their beginning, in byte order.</summary>
    private static List<byte[]> Terms(int count)
    {
        var random = new Random(count);
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        while (terms.Count < count) terms.Add(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)('a' + random.Next(2)))) + (random.Next(9) == 0 ? "z" : ""));
        return [.. terms.Select(Encoding.UTF8.GetBytes)];
    }

    private static TermEntry Entry(int ordinal) => new(1 + (ordinal % 300), 5000L * ordinal, ordinal < 3 ? 0 : ordinal * 5_000_000_000L);

    private static byte[] Bytes(List<byte[]> terms)
    {
        var sink = new MemorySink();
        var writer = new TermsWriter(sink);
        for (var i = 0; i < terms.Count; i++) writer.Add(terms[i], Entry(i));
        writer.Finish();
        return MemoryRegion.Of(sink).Span(0, (int)sink.Position).ToArray();
    }

    private static TermsReader Read(List<byte[]> terms) => new(MemoryRegion.Of(Bytes(terms)));
}
