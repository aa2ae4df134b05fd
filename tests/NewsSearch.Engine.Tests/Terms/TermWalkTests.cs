using System.Text;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Terms;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Terms;

public sealed class TermWalkTests
{
    /// <summary>Characters of one to four bytes; the last ones sort one way in UTF-16, the other in UTF-8.</summary>
    private static readonly string[] Letters = ["a", "b", "ß", "й", "\uD7FF", "\uE000", "ﬀ", "😀", "😁", "\U0010FFFF"];

    public static TheoryData<int> Counts => [0, 1, 2, 16, 17, 100, 3000];

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_walk_finds_exactly_the_terms_that_wildcards_accept(int count)
    {
        var random = new Random(count);
        var terms = Terms(random, count);
        var reader = Read(terms);
        string[] pieces = [.. Letters, "*", "*", "*", "?", "?"];
        foreach (var pattern in (string[])["", "*", "?", "a*", "*a", "*a*", "a*b*", "**"]) AssertFinds(terms, reader, TermPattern.Wildcard(pattern));
        for (var round = 0; round < 500; round++)
            AssertFinds(terms, reader, TermPattern.Wildcard(string.Concat(random.GetItems(pieces, random.Next(1, 7)))));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_walk_finds_exactly_the_terms_within_the_distance(int count)
    {
        var random = new Random(count + 1);
        var terms = Terms(random, count);
        var reader = Read(terms);
        for (var round = 0; round < 150; round++)
        {
            var word = round == 0 ? "" : Word(random, Letters);
            for (var distance = 0; distance <= 2; distance++)
                AssertFinds(terms, reader, TermPattern.Fuzzy(word, distance));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_walk_finds_exactly_the_terms_of_a_range(int count)
    {
        var random = new Random(count + 2);
        var terms = Terms(random, count);
        var reader = Read(terms);
        for (var round = 0; round < 500; round++)
            AssertFinds(terms, reader, TermPattern.Range(Bound(), random.Next(2) == 0, Bound(), random.Next(2) == 0));

        string? Bound() => random.Next(6) == 0 ? null : count > 0 && random.Next(2) == 0 ? terms[random.Next(count)] : Word(random, Letters);
    }

    [Fact]
    public void Patterns_and_words_longer_than_a_machine_word_are_found()
    {
        var random = new Random(3);
        var words = Enumerable.Range(0, 300).Select(_ => string.Concat(random.GetItems(["a", "b"], random.Next(50, 90)))).ToList();
        List<string> terms = [.. words, .. words.Select(word => word[..30] + "x" + word[30..]), .. words.Select(word => word[1..])];
        terms = [.. terms.Distinct().Order(StringComparer.Ordinal)];
        var reader = Read(terms);
        foreach (var word in words.Take(60))
        {
            AssertFinds(terms, reader, TermPattern.Fuzzy(word, 1));
            AssertFinds(terms, reader, TermPattern.Fuzzy(word, 2));
            AssertFinds(terms, reader, TermPattern.Wildcard(word));
            AssertFinds(terms, reader, TermPattern.Wildcard("*" + word[4..]));
            AssertFinds(terms, reader, TermPattern.Wildcard(word[..3] + "*" + word[5..] + "*"));
            AssertFinds(terms, reader, TermPattern.Wildcard(word[..20] + "??*" + word[20..]));
        }
    }

    [Fact]
    public void Terms_longer_than_the_path_at_first_are_followed()
    {
        List<string> terms = [.. Enumerable.Range(1, 50).Select(length => new string('a', length * 20))];

        AssertFinds(terms, Read(terms), TermPattern.Wildcard("*?a*aaa"));
    }

    [Fact]
    public void A_range_reads_its_terms_and_hardly_more()
    {
        List<string> terms = [.. Enumerable.Range(0, 200_000).Select(i => $"{i:x5}")];
        var file = new CountingSource(Bytes(terms));
        var reader = new TermsReader(new ByteRegion(file, 0, file.ByteLength));
        file.Reads = 0;

        Assert.Equal(terms[0x1f00..0x1f64], Found(reader, TermPattern.Range("01f00", true, "01f64", false)).Select(hit => hit.Term));
        Assert.InRange(file.Reads, 100, 200);
    }

    [Fact]
    public void A_walk_over_many_terms_reads_few_of_their_blocks()
    {
        List<string> terms = [.. Enumerable.Range(0, 200_000).Select(i => $"{i:x5}")];
        var file = new CountingSource(Bytes(terms));
        var reader = new TermsReader(new ByteRegion(file, 0, file.ByteLength));
        file.Reads = 0;

        var found = Found(reader, TermPattern.Fuzzy("1f00d", 1));

        Assert.Contains(found, hit => hit.Term == "1f00d");
        Assert.Equal(terms.Count(term => TermPattern.Fuzzy("1f00d", 1).Matches(term)), found.Count);
        Assert.InRange(file.Reads, 1, terms.Count / 10);
    }

    [Fact]
    public void A_changed_byte_is_refused_or_gives_other_terms_but_the_walk_ends()
    {
        var bytes = Bytes(Terms(new Random(5), 200));
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var change in (byte[])[1, 0x80, 0xff])
            {
                var damaged = bytes.ToArray();
                damaged[at] ^= change;
                foreach (var pattern in (TermPattern[])[TermPattern.Fuzzy("aß", 1), TermPattern.Wildcard("*a?b"), TermPattern.Wildcard("й*")])
                {
                    try
                    {
                        Found(new TermsReader(MemoryRegion.Of(damaged)), pattern);
                    }
                    catch (IndexFormatException)
                    {
                    }
                }
            }
        }
    }

    private static void AssertFinds(List<string> terms, TermsReader reader, TermPattern pattern)
    {
        var expected = Enumerable.Range(0, terms.Count).Where(i => pattern.Matches(terms[i])).Select(i => (terms[i], Entry(i)));
        Assert.True(expected.SequenceEqual(Found(reader, pattern)), $"{pattern} among {terms.Count} terms");
    }

    private static List<(string Term, TermEntry Entry)> Found(TermsReader reader, TermPattern pattern)
    {
        List<(string, TermEntry)> found = [];
        var walk = new TermWalk(reader, pattern);
        while (walk.Next()) found.Add((Encoding.UTF8.GetString(walk.Term), walk.Entry));
        return found;
    }

    /// <summary>Short words, in the order of their bytes; few letters for some, so that they share beginnings, many for others.</summary>
    private static List<string> Terms(Random random, int count)
    {
        var terms = new HashSet<string>();
        while (terms.Count < count) terms.Add(Word(random, terms.Count % 2 == 0 ? Letters : Letters[..3]));
        return [.. terms.OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];
    }

    private static string Word(Random random, string[] letters) => string.Concat(random.GetItems(letters, random.Next(1, 9)));

    private static TermsReader Read(List<string> terms) => new(MemoryRegion.Of(Bytes(terms)));

    private static byte[] Bytes(List<string> terms)
    {
        var sink = new MemorySink();
        var writer = new TermsWriter(sink);
        for (var i = 0; i < terms.Count; i++) writer.Add(Encoding.UTF8.GetBytes(terms[i]), Entry(i));
        writer.Finish();
        return MemoryRegion.Of(sink).Span(0, (int)sink.Position).ToArray();
    }

    private static TermEntry Entry(int ordinal) => new(1 + (ordinal % 7), 3L * ordinal, ordinal);

    private sealed class CountingSource(byte[] bytes) : ByteSource
    {
        public int Reads { get; set; }

        public override string Path => "memory";

        public override long ByteLength => bytes.Length;

        public override ReadOnlySpan<byte> Span(long offset, int byteLength)
        {
            Reads++;
            return bytes.AsSpan((int)offset, byteLength);
        }
    }
}
