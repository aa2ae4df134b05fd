using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NewsSearch.Engine;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Bench.Peer;

/// <summary>Documents of the peer protocol -> an index merged to one segment; prints how long it took.</summary>
internal static class PeerIndex
{
    public static void Build(string docs, string directory, int threads)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        using var writer = SearchIndex.OpenWriter(directory, PeerSchema.Schema, new WriterOptions("newssearch-bench") { IsRebuild = true, Threads = threads });
        foreach (var line in File.ReadLines(docs))
        {
            writer.Add(Read(line));
            count++;
        }

        var added = clock.Elapsed;
        writer.Commit(); // a rebuild merges before it commits
        FormattableString result = $"INDEX\tdocs={count}\tadd_s={added.TotalSeconds:f2}\tcommit_s={clock.Elapsed.TotalSeconds:f2}\tmerged_s={clock.Elapsed.TotalSeconds:f2}\tcpu_s={Environment.CpuUsage.TotalTime.TotalSeconds:f2}";
        Console.WriteLine(FormattableString.Invariant(result));
    }

    private static IndexDocument Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var fields = json.RootElement;
        string Value(string name) => fields.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        var document = new IndexDocument();
        document.AddKeyword("id", Value("id"));
        document.AddText(PeerSchema.Text, Value("title") + "\n" + Value("body"));
        document.AddKeyword("outlet", Value("outlet"));
        document.AddKeyword("month", Value("date") is { Length: >= 7 } date ? date[..7] : "");
        if (fields.TryGetProperty("people", out var people))
        {
            foreach (var person in people.EnumerateArray()) document.AddKeyword("people", person.GetString()!);
        }

        document.SetStored("id", Encoding.UTF8.GetBytes(Value("id")));
        document.SetStored("title", Encoding.UTF8.GetBytes(Value("title")));
        return document;
    }
}
