using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Tests.Analysis;

namespace NewsSearch.Engine.Tests.Bits;

public sealed class LetterRunsTests
{
    [Fact]
    public void Vector_and_plain_way_agree()
    {
        var random = new Random(3);
        for (var round = 0; round < 5000; round++)
        {
            var text = RandomText.MakeMostlyAscii(random, LetterRuns.BlockSize);
            var (vector, plain) = (new byte[LetterRuns.BlockSize], new byte[LetterRuns.BlockSize]);

            var letters = LetterRuns.LettersByVector(text, vector, out var others);

            Assert.Equal(LetterRuns.LettersByUnit(text, plain, out var plainOthers), letters);
            Assert.Equal(plainOthers, others);
            Assert.Equal(plain, vector);
        }
    }

    [Fact]
    public void Edges_stand_where_runs_begin_and_end()
    {
        var random = new Random(4);
        for (var length = 0; length < 400; length++)
        {
            var text = RandomText.MakeMostlyAscii(random, length);
            var blocks = LetterRuns.BlockCount(length);
            var (lower, edges, others) = (new byte[blocks * LetterRuns.BlockSize], new ulong[blocks], new ulong[blocks]);

            LetterRuns.Find(text, lower, edges, others);

            for (var at = 0; at < blocks * LetterRuns.BlockSize; at++)
            {
                var isEdge = IsInRun(text, at) != IsInRun(text, at - 1);
                Assert.Equal(isEdge, (edges[at / LetterRuns.BlockSize] >> (at % LetterRuns.BlockSize) & 1) == 1);
                Assert.Equal(at < length && !char.IsAscii(text[at]), (others[at / LetterRuns.BlockSize] >> (at % LetterRuns.BlockSize) & 1) == 1);
                if (at < length && char.IsAsciiLetterOrDigit(text[at])) Assert.Equal(char.ToLowerInvariant(text[at]), (char)lower[at]);
            }
        }
    }

    private static bool IsInRun(string text, int at) => at >= 0 && at < text.Length && (!char.IsAscii(text[at]) || char.IsAsciiLetterOrDigit(text[at]));
}
