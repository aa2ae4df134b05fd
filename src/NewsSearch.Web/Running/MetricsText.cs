using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;
using NewsSearch.Web.Running.Limits;

namespace NewsSearch.Web.Running;

/// <summary>What is counted and measured -> the text that Prometheus reads. Nobody's query is in it.</summary>
/// <remarks>Source: the text-based exposition format of Prometheus, 0.0.4.</remarks>
internal sealed class MetricsText
{
    public const string Path = "/metrics";

    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Routes by which the archive is searched.</summary>
    private static readonly HashSet<string> Searches = new(StringComparer.Ordinal) { "/", "/search.json", "/search.atom" };

    private readonly StringBuilder _text = new();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, SiteHost.Reading, (SiteMetrics metrics, ArchiveDoor door, Allowances allowances) =>
    {
        var text = new MetricsText();
        text.AddRequests(metrics.Read());
        text.Add("newssearch_clients", "gauge", "Clients whose requests are charged now.", allowances.Count);
        text.AddIndex(door);
        text.AddProcess();
        return Results.Text(text._text.ToString(), ContentType);
    });

    private void AddRequests(SiteMetrics.Counts counts)
    {
        Head("newssearch_requests_total", "counter", "Requests that were answered.");
        foreach (var (route, status, count) in counts.Answers) Line("newssearch_requests_total", Labels(("route", route), ("status", Text(status))), count);
        Add("newssearch_requests_under_way", "gauge", "Requests that are being answered.", counts.UnderWay);
        Add("newssearch_searches_total", "counter", "Searches that were answered with a page, JSON or a feed.", Sum(answer => answer.Status == StatusCodes.Status200OK && Searches.Contains(answer.Route)));
        Head("newssearch_refused_total", "counter", "Requests that were refused, by reason.");
        Line("newssearch_refused_total", Labels(("reason", "access")), Sum(answer => answer.Status == StatusCodes.Status401Unauthorized));
        Line("newssearch_refused_total", Labels(("reason", "limit")), Sum(answer => answer.Status == StatusCodes.Status429TooManyRequests));
        Add("newssearch_sent_bytes_total", "counter", "Bytes of answers, as they were sent.", counts.Bytes);
        Head("newssearch_request_duration_seconds", "histogram", "From the request to the end of its answer.");
        foreach (var (route, classes, seconds) in counts.Durations)
        {
            var below = 0L;
            foreach (var (place, count) in classes.Index())
                Line("newssearch_request_duration_seconds_bucket", Labels(("route", route), ("le", place < SiteMetrics.Bounds.Count ? Text(SiteMetrics.Bounds[place]) : "+Inf")), below += count);
            Line("newssearch_request_duration_seconds_sum", Labels(("route", route)), seconds);
            Line("newssearch_request_duration_seconds_count", Labels(("route", route)), below);
        }

        double Sum(Func<(string Route, int Status, long Count), bool> which) => counts.Answers.Where(which).Sum(answer => answer.Count);
    }

    private void AddIndex(ArchiveDoor door)
    {
        try
        {
            var stats = door.Read(archive => archive.Stats());
            Add("newssearch_index_up", "gauge", "Whether the index can be read.", 1);
            Head("newssearch_index_info", "gauge", "The generation of the index.");
            Line("newssearch_index_info", Labels(("generation", stats.Generation)), 1);
            Add("newssearch_index_commit", "gauge", "Number of the last commit.", stats.Commit);
            Add("newssearch_index_committed_timestamp_seconds", "gauge", "When that was.", stats.Committed.ToUnixTimeMilliseconds() / 1e3);
            Add("newssearch_index_articles", "gauge", "Articles that can be found.", stats.Articles);
            Add("newssearch_index_deleted", "gauge", "Articles deleted and not yet merged away.", stats.Deleted);
            Add("newssearch_index_segments", "gauge", "Segments of the index.", stats.Segments);
            Add("newssearch_index_bytes", "gauge", "Size of the index on disk.", stats.ByteLength);
        }
        catch (ArchiveException)
        {
            Add("newssearch_index_up", "gauge", "Whether the index can be read.", 0);
        }
    }

    private void AddProcess()
    {
        using var process = Process.GetCurrentProcess();
        Add("process_cpu_seconds_total", "counter", "Time of the processors.", process.TotalProcessorTime.TotalSeconds);
        Add("process_resident_memory_bytes", "gauge", "Memory, files of the index that are mapped included.", process.WorkingSet64);
        Add("process_start_time_seconds", "gauge", "When the program was started.", new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1e3);
        Add("dotnet_gc_heap_bytes", "gauge", "Memory of managed objects.", GC.GetTotalMemory(forceFullCollection: false));
        Add("dotnet_gc_allocated_bytes_total", "counter", "Bytes of managed objects ever made.", GC.GetTotalAllocatedBytes());
        Add("dotnet_gc_pause_seconds_total", "counter", "Time in which garbage collections stopped everything.", GC.GetTotalPauseDuration().TotalSeconds);
        Head("dotnet_gc_collections_total", "counter", "Garbage collections.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++) Line("dotnet_gc_collections_total", Labels(("generation", Text(generation))), GC.CollectionCount(generation));
        Add("dotnet_threadpool_threads", "gauge", "Threads of the pool.", ThreadPool.ThreadCount);
        Add("dotnet_threadpool_queue_length", "gauge", "Work that waits for one of them.", ThreadPool.PendingWorkItemCount);
    }

    private void Add(string name, string type, string help, double value)
    {
        Head(name, type, help);
        Line(name, "", value);
    }

    private void Head(string name, string type, string help) => _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private void Line(string name, string labels, double value) => _text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value:R}\n");

    private static string Labels(params (string Name, string Value)[] labels) =>
        $"{{{string.Join(',', labels.Select(label => $"{label.Name}=\"{label.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\""))}}}";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
