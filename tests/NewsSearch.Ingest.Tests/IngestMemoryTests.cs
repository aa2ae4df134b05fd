using System.Text;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Tests;

/// <summary>Measures the memory of the whole process, so no other test may run beside it.</summary>
[Collection(nameof(IngestMemoryTests))]
[CollectionDefinition(nameof(IngestMemoryTests), DisableParallelization = true)]
public sealed class IngestMemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Rejection> _rejections = [];

    [Fact]
    public void A_large_file_is_read_in_little_memory()
    {
        var path = Path.Combine(_folder.Path, "large.jsonl");
        var line = Encoding.UTF8.GetBytes("{\"body\":\"" + string.Concat(Enumerable.Repeat("the words of a long text go on, ", 3000)) + "\"}\n");
        using (var file = File.Create(path))
        {
            for (var i = 0; i < 1000; i++) file.Write(line);
        }
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long articles = 0, most = 0;

        foreach (var article in new IngestPipeline(new NameExtractor(), FixedClock.Spring2024).Read([path], _rejections.Add))
        {
            if (articles++ % 250 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(1000, articles);
        Assert.True(most < 40 << 20, $"{most >> 20} MB were in use for a file of {(line.Length * 1000L) >> 20} MB");
    }

    public void Dispose() => _folder.Dispose();
}
