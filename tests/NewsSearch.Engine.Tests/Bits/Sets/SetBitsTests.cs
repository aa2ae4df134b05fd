using System.Runtime.Intrinsics.X86;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class SetBitsTests
{
    private delegate int Members(ReadOnlySpan<ulong> words, ref int word, Span<int> docs, int firstDoc);

    public static TheoryData<int, double> Sets
    {
        get
        {
            var sets = new TheoryData<int, double>();
            foreach (var length in new[] { 0, 1, 63, 64, 500, 512, 40_000 })
            {
                foreach (var density in new[] { 0, 0.001, 0.1, 0.4, 0.9, 1 }) sets.Add(length, density);
            }

            return sets;
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void What_two_sets_share_is_counted_alike_by_every_way(int length, double density)
    {
        var random = new Random(length);
        var (a, b) = (Some(length, density, random), Some(length, 0.5, random));
        var both = a.Copy();
        both.And(b);

        Assert.Equal(both.Count(), SetBits.CountBothPlain(a.Words, b.Words));
        Assert.Equal(both.Count(), SetBits.CountBothVector(a.Words, b.Words)); // runs on any machine, fast on some
        Assert.Equal(both.Count(), a.CountBoth(b));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Members_come_alike_by_every_way_into_buffers_of_any_size(int length, double density)
    {
        var set = Some(length, density, new Random(length));
        var expected = Enumerable.Range(0, length).Where(set.Contains).ToList();

        foreach (var bufferLength in new[] { 64, 100, 1024 })
        {
            Assert.Equal(expected, All(SetBits.MembersPlain, set, bufferLength));
            Assert.Equal(expected, All(SetBits.MembersByEights, set, bufferLength));
            if (Avx512Vbmi2.IsSupported) Assert.Equal(expected, All(SetBits.MembersCompressed, set, bufferLength));
            Assert.Equal(expected, All(SetBits.Members, set, bufferLength));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(1000)]
    public void Cells_in_a_range_are_found_alike_by_both_ways(int length)
    {
        var random = new Random(length);
        foreach (var (least, most) in new (ulong, ulong)[] { (0, ulong.MaxValue), (1, 1), (3, 200), (200, 255), (250, 300), (60_000, 70_000), (1UL << 31, 1UL << 33), (5, 4) })
        {
            Check<byte>(1, least, most);
            Check<ushort>(2, least, most);
            Check<uint>(4, least, most);
            Check<ulong>(8, least, most);
        }

        void Check<TCell>(int width, ulong least, ulong most)
            where TCell : unmanaged, System.Numerics.IBinaryInteger<TCell>
        {
            ulong[] edges = [least, most, least - 1, most + 1, 0, 255];
            TCell[] cells = [.. Enumerable.Range(0, length).Select(_ => TCell.CreateTruncating(random.Next(2) == 0 ? edges[random.Next(edges.Length)] : (ulong)random.NextInt64()))];
            var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(cells.AsSpan()).ToArray();
            var found = new DocSet(length);

            found.AddInRange(bytes, width, least, most);

            Assert.Equal(
                Enumerable.Range(0, length).Where(doc => ulong.CreateTruncating(cells[doc]) >= least && ulong.CreateTruncating(cells[doc]) <= most),
                All(SetBits.MembersPlain, found, 64));
            if (least > most || ulong.CreateTruncating(TCell.CreateSaturating(most)) < least) return;
            var plain = new ulong[(length + 63) / 64];
            SetBits.AddInRangePlain(plain, cells, TCell.CreateTruncating(least), TCell.CreateSaturating(most));
            Assert.Equal(plain, found.Words.ToArray());
        }
    }

    private static List<int> All(Members next, DocSet set, int bufferLength)
    {
        var docs = new int[bufferLength + 1];
        docs[^1] = -7;
        var found = new List<int>();
        for (int word = 0, count; (count = next(set.Words, ref word, docs.AsSpan(0, bufferLength), bufferLength)) > 0;) found.AddRange(docs[..count].Select(doc => doc - bufferLength));
        Assert.Equal(-7, docs[^1]); // nothing is written behind the buffer
        return found;
    }

    private static DocSet Some(int length, double density, Random random)
    {
        var set = new DocSet(length);
        for (var doc = 0; doc < length; doc++)
        {
            if (random.NextDouble() < density) set.Add(doc);
        }

        return set;
    }
}
