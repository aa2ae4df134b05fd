using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Tests.Bits;

public sealed class ByteHashTests
{
    [Fact]
    public void Key_and_hash_of_bytes_do_not_depend_on_what_follows_them()
    {
        var random = new Random(5);
        for (var length = 0; length < 70; length++)
        {
            var bytes = new byte[length + 40];
            random.NextBytes(bytes);
            var alone = ByteHash.KeyOfShort(bytes.AsSpan(0, length));

            for (var behind = 0; behind <= 40; behind++)
            {
                var span = bytes.AsSpan(0, length + behind);
                Assert.Equal(alone, ByteHash.Key(span, length));
                Assert.Equal(ByteHash.Of(alone, bytes.AsSpan(0, length), length), ByteHash.Of(alone, span, length));
            }
        }
    }

    [Fact]
    public void Bytes_that_differ_anywhere_seldom_have_one_hash()
    {
        var random = new Random(6);
        var seen = new HashSet<uint>();
        var count = 0;
        for (var length = 1; length < 60; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            for (var bit = 0; bit < 8 * length; bit++, count++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                seen.Add(ByteHash.Of(ByteHash.Key(bytes, length), bytes, length));
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.InRange(count - seen.Count, 0, 3);
    }
}
