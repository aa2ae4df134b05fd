using System.Text;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Tests.Readers.Bytes;

public sealed class TextDecoderTests
{
    private const string Text = "“Café” — naïve €5 Žižek";

    [Fact]
    public void UTF8_is_read_with_and_without_mark()
    {
        Assert.Equal(Text, TextDecoder.Decode(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(Text, TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]));
    }

    [Fact]
    public void Windows1252_is_read_where_it_is_not_UTF8()
    {
        byte[] bytes = [0x93, (byte)'C', (byte)'a', (byte)'f', 0xE9, 0x94, (byte)' ', 0x97, (byte)' ', 0x80, (byte)'5', 0x8E, 0x9E];

        Assert.Equal("“Café” — €5Žž", TextDecoder.Decode(bytes));
    }

    [Fact]
    public void A_few_broken_bytes_do_not_turn_UTF8_into_gibberish()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Text), 0xC3];

        Assert.Equal(Text + "\uFFFD", TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Every_byte_has_a_character()
    {
        byte[] bytes = [.. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)];

        var text = Windows1252.Decode(bytes);

        Assert.Equal(0x80, text.Length);
        Assert.Equal(5, text.Count(c => c == '\uFFFD'));
        Assert.Equal('ÿ', text[^1]);
    }
}
