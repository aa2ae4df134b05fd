using System.Text;
using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Bench.Kernels;

/// <summary>A dictionary of 200,000 words of syllables, searched by pattern; the plain twin asks the pattern about every term.</summary>
public class TermWalkKernels
{
    private const int Words = 200_000;
    private static readonly string[] Syllables = ["ba", "bre", "cla", "co", "de", "fai", "gro", "ho", "ki", "lou", "ma", "ne", "pra", "ri", "sto", "tha", "ve", "wu", "za", "chi"];

    private TermsReader? _terms;
    private TermPattern? _pattern;

    /// <summary>As in a query; the last is a range.</summary>
    [Params("stoma*", "sto*ne", "*stone", "s?oma*", "stomarine~1", "stomarine~2", "[stomaba..stomade}")]
    public string Pattern { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(6);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        while (words.Count < Words) words.Add(string.Concat(random.GetItems(Syllables, random.Next(2, 7))));
        var bytes = new SinkBytes();
        var writer = new TermsWriter(bytes);
        var offset = 0;
        foreach (var word in words) writer.Add(Encoding.UTF8.GetBytes(word), new TermEntry(1 + random.Next(200), offset += 100, offset));
        writer.Finish();
        _terms = new TermsReader(new ByteRegion(MappedFile.Over("terms", bytes.ToArray()), 0, bytes.Position));
        _pattern = Read(Pattern);
    }

    [Benchmark]
    public int Walk()
    {
        var walk = new TermWalk(_terms!, _pattern!);
        var found = 0;
        while (walk.Next()) found++;
        return found;
    }

    [Benchmark(Baseline = true)]
    public int Plain()
    {
        var cursor = _terms!.Cursor();
        var found = 0;
        while (cursor.Next())
        {
            if (_pattern!.Matches(Encoding.UTF8.GetString(cursor.Term))) found++;
        }

        return found;
    }

    private static TermPattern Read(string text)
    {
        if (text.EndsWith('}')) return TermPattern.Range(text[1..8], true, text[10..^1], false);
        return text.IndexOf('~', StringComparison.Ordinal) is > 0 and var tilde ? TermPattern.Fuzzy(text[..tilde], text[^1] - '0') : TermPattern.Wildcard(text);
    }
}
