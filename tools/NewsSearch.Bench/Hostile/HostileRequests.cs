using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NewsSearch.Bench.Walking;

namespace NewsSearch.Bench.Hostile;

/// <summary>An address and what was wrong with its answer.</summary>
internal sealed record HostileFault(string Url, string Text);

/// <summary>Sends hostile addresses to a site, one by one, and looks at every answer.</summary>
internal sealed class HostileRequests
{
    /// <summary>Files of whole results are read so far, and not measured: they may be as long as the archive.</summary>
    private const int MostCharacters = 1 << 22;

    /// <summary>Times that a slow address is asked again: the least counts.</summary>
    private const int Again = 3;

    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(1);

    private readonly Site _site;
    private readonly List<HostileFault> _faults = [];
    private readonly List<(TimeSpan Took, string Url)> _took = [];

    private HostileRequests(Site site) => _site = site;

    public IReadOnlyList<HostileFault> Faults => _faults;

    /// <summary>Code -> answers.</summary>
    public SortedDictionary<int, int> Codes { get; } = [];

    /// <summary>Every answer but files, the longest first: CPU time where the site runs in this process, else wall time.</summary>
    public IEnumerable<(TimeSpan Took, string Url)> Took => _took.OrderByDescending(answer => answer.Took);

    /// <summary>Those over a second, asked again and again.</summary>
    public IEnumerable<(TimeSpan Took, string Url)> Slow => _took.Where(answer => answer.Took > TooLong);

    public static async Task<HostileRequests> RunAsync(Site site, int requests, int seed, CancellationToken stopped)
    {
        var run = new HostileRequests(site);
        var (ids, values) = await KnownAsync(site, stopped).ConfigureAwait(false);
        var urls = new HostileUrls(new Random(seed), ids, values);
        for (var i = 0; i < requests; i++)
        {
            var url = urls.Next();
            var (took, code, faults) = await run.AskAsync(url, stopped).ConfigureAwait(false);
            var isFile = url.StartsWith("/search.", StringComparison.Ordinal) && !url.StartsWith("/search.json?", StringComparison.Ordinal) && !url.StartsWith("/search.atom", StringComparison.Ordinal);
            for (var again = 0; again < Again && took > TooLong && !isFile; again++) took = TimeSpan.FromTicks(Math.Min(took.Ticks, (await run.AskAsync(url, stopped).ConfigureAwait(false)).Took.Ticks));
            run.Codes[code] = run.Codes.GetValueOrDefault(code) + 1;
            if (!isFile) run._took.Add((took, url));
            run._faults.AddRange(faults.Select(fault => new HostileFault(url, fault)));
        }

        return run;
    }

    private async Task<(TimeSpan Took, int Code, List<string> Faults)> AskAsync(string url, CancellationToken stopped)
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var whole = new Uri(_site.Address.GetLeftPart(UriPartial.Authority) + url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await _site.Client.GetAsync(whole, HttpCompletionOption.ResponseHeadersRead, stopped).ConfigureAwait(false);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(stopped).ConfigureAwait(false), Encoding.UTF8);
        var text = new char[MostCharacters];
        var length = await reader.ReadBlockAsync(text, stopped).ConfigureAwait(false);
        var took = _site.IsOwn ? Environment.CpuUsage.TotalTime - before : clock.Elapsed;
        return (took, (int)answer.StatusCode, [.. AnswerFaults.Of(answer, new string(text, 0, length), isWhole: length < MostCharacters)]);
    }

    /// <summary>Some ids and values that are there, so that not everything ends at "not found".</summary>
    private static async Task<(string[] Ids, string[] Values)> KnownAsync(Site site, CancellationToken stopped)
    {
        var stream = await site.StreamAsync("/search.json?size=100", stopped).ConfigureAwait(false);
        using var page = await JsonDocument.ParseAsync(stream, cancellationToken: stopped).ConfigureAwait(false);
        return (
            [.. page.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!)],
            [.. page.RootElement.GetProperty("facets").EnumerateObject().SelectMany(facet => facet.Value.EnumerateArray()).Select(value => value.GetProperty("value").GetString()!)]);
    }
}
