using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Tests.Readers.Bytes;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_polynomial_comes_out() => Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void Eight_bytes_a_step_give_what_one_gives()
    {
        var random = new Random(45);
        for (var length = 0; length < 200; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var cut = random.Next(length + 1);

            var checksum = Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut));

            Assert.Equal(Crc32.AppendPlainly(0, bytes), checksum);
        }
    }
}
