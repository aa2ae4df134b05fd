using System.Diagnostics;
using NewsSearch.Bench.Comparing;

namespace NewsSearch.Bench.Ingesting;

/// <summary>How much memory <c>newssearch rebuild</c> takes for large files made for it: the process itself, asked of the system.</summary>
/// <param name="newssearch">The program and what stands before <c>rebuild</c>.</param>
/// <param name="folder">Where files and index go for as long as they are needed.</param>
/// <param name="options">What else the rebuild is told.</param>
internal sealed class MemoryMeasure(IReadOnlyList<string> newssearch, string folder, IReadOnlyList<string> options)
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Makes the file, rebuilds an index from it, and deletes both.</summary>
    /// <param name="isWarc">Whether a WARC file; else JSON Lines.</param>
    /// <param name="byteLength">At least so long is the file.</param>
    /// <param name="stopped">Ends it.</param>
    public async Task<MemoryFigures> OfAsync(bool isWarc, long byteLength, CancellationToken stopped)
    {
        var (file, index) = (Path.Combine(folder, isWarc ? "made-up.warc" : "made-up.jsonl"), Path.Combine(folder, "index"));
        try
        {
            Write(file, isWarc, byteLength, stopped);
            var run = await MeasuredRun.OfAsync("newssearch", new ProcessStartInfo(newssearch[0], [.. newssearch.Skip(1), "rebuild", file, "--index", index, .. options]), stopped).ConfigureAwait(false);
            return new MemoryFigures(new FileInfo(file).Length, new DirectoryInfo(index).EnumerateFiles("*", SearchOption.AllDirectories).Sum(part => part.Length), run);
        }
        finally
        {
            File.Delete(file);
            if (Directory.Exists(index)) Directory.Delete(index, recursive: true);
        }
    }

    /// <summary>Writes made-up articles until there are enough. A shorter file is the beginning of a longer one.</summary>
    public static void Write(string path, bool isWarc, long byteLength, CancellationToken stopped)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes);
        for (var number = 0; file.Position < byteLength; number++)
        {
            stopped.ThrowIfCancellationRequested();
            var article = new MadeUpArticle(number);
            file.Write(isWarc ? article.ToWarcRecord() : article.ToJson());
        }
    }
}

/// <summary>What a rebuild took.</summary>
/// <param name="FileBytes">The source.</param>
/// <param name="IndexBytes">The index when it is done.</param>
/// <param name="Run">The process.</param>
internal sealed record MemoryFigures(long FileBytes, long IndexBytes, MeasuredRun Run);
