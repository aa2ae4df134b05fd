using System.Text;
using NewsSearch.Bench.Peer;

namespace NewsSearch.EndToEnd.Tests.Bench;

public sealed class DocumentLinesTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\n")]
    [InlineData("a\n\nb\nc")]
    public void Lines_end_at_line_breaks_and_at_the_end(string text)
    {
        File.WriteAllText(_path, text);

        Assert.Equal(File.ReadAllLines(_path), Lines());
    }

    [Fact]
    public void Lines_of_any_length_come_back_whole()
    {
        var random = new Random(1);
        string[] expected = [.. Enumerable.Range(0, 50).Select(i => new string((char)('a' + (i % 26)), random.Next(i == 30 ? 2_000_000 : 40_000)))];
        File.WriteAllLines(_path, expected);

        Assert.Equal(expected, Lines());
    }

    private List<string> Lines()
    {
        var found = new List<string>();
        using var lines = new DocumentLines(_path);
        while (lines.Next(out var line)) found.Add(Encoding.UTF8.GetString(line));
        return found;
    }
}
