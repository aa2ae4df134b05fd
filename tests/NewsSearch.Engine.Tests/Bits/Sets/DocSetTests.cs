using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class DocSetTests
{
    public static TheoryData<int> Lengths => [0, 1, 7, 8, 63, 64, 65, 127, 128, 200];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Behaves_as_a_set_of_numbers(int length)
    {
        var random = new Random(length);
        var (one, ones) = Random(length, random);
        var (other, others) = Random(length, random);

        AssertEqual(ones, one);
        AssertEqual(ones.Intersect(others), Changed(one, set => set.And(other)));
        AssertEqual(ones.Union(others), Changed(one, set => set.Or(other)));
        AssertEqual(ones.Except(others), Changed(one, set => set.AndNot(other)));
        AssertEqual(Enumerable.Range(0, length).Except(ones), Changed(one, set => set.Invert()));
        AssertEqual(Enumerable.Range(0, length), DocSet.All(length));
        AssertEqual(ones, one); // a copy is a set of its own
        for (var start = 0; start < length; start += 1 + (length / 20))
        {
            for (var end = start + 1; end <= length; end++) Assert.Equal(ones.Count(doc => doc >= start && doc < end), one.CountBetween(start, end));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Bytes_give_the_set_back_and_bits_behind_its_end_are_dropped(int length)
    {
        var (set, members) = Random(length, new Random(length));
        var bytes = set.ToBytes();

        Assert.Equal((length + 7) / 8, bytes.Length);
        AssertEqual(members, DocSet.FromBytes(bytes, length));
        AssertEqual(Enumerable.Range(0, length), DocSet.FromBytes([.. Enumerable.Repeat((byte)255, bytes.Length + 3)], length));
        AssertEqual([], DocSet.FromBytes([], length));
    }

    [Fact]
    public void Next_from_behind_the_end_is_the_length()
    {
        var set = DocSet.All(65);

        Assert.Equal(64, set.NextFrom(64));
        Assert.Equal(65, set.NextFrom(65));
        Assert.Equal(65, set.NextFrom(1000));
    }

    [Fact]
    public void Adding_many_documents_adds_each()
    {
        var random = new Random(4);
        for (var round = 0; round < 500; round++)
        {
            var (one, ones) = Random(random.Next(1, 1000), random);
            uint[] docs = [.. Enumerable.Range(0, one.Length).Where(_ => random.Next(1 + (round % 9)) == 0).Select(doc => (uint)doc)];

            one.AddAll(docs);

            AssertEqual(ones.Union(docs.Select(doc => (int)doc)), one);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new DocSet(64).AddAll([3, 64]));
    }

    private static (DocSet Set, HashSet<int> Members) Random(int length, Random random)
    {
        var set = new DocSet(length);
        var members = Enumerable.Range(0, length).Where(_ => random.Next(3) == 0).ToHashSet();
        foreach (var doc in members) set.Add(doc);
        return (set, members);
    }

    private static DocSet Changed(DocSet set, Action<DocSet> change)
    {
        var copy = set.Copy();
        change(copy);
        return copy;
    }

    private static void AssertEqual(IEnumerable<int> expected, DocSet found)
    {
        var members = new List<int>();
        for (var doc = found.NextFrom(0); doc < found.Length; doc = found.NextFrom(doc + 1)) members.Add(doc);
        Assert.Equal(expected.Order(), members);
        Assert.Equal(members.Count, found.Count());
        for (var doc = 0; doc < found.Length; doc++) Assert.Equal(members.Contains(doc), found.Contains(doc));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(1000)]
    public void A_rented_set_is_empty_or_a_copy_whatever_was_given_back(int length)
    {
        for (var round = 0; round < 20; round++)
        {
            var full = DocSet.All(length);
            var copy = full.RentCopy();
            var empty = DocSet.Rent(length);
            var other = DocSet.Rent(length + 64);

            Assert.Equal((length, 0, 0), (copy.Count(), empty.Count(), other.Count()));
            if (length > 0) copy.Remove(0);
            Assert.Equal(length, full.Count());
            empty.Or(full);
            other.Invert();
            foreach (var set in (DocSet[])[full, copy, empty, other]) set.GiveBack();
            Assert.Equal(0, full.Count());
        }
    }
}
