using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NewsSearch.Bench.Loading;

/// <summary>Requests that leave on their schedule, whether or not earlier ones were answered: what waits behind a slow page is counted as slow too.</summary>
/// <param name="site">Where to.</param>
/// <param name="rate">Requests a second.</param>
internal sealed class OpenLoop(HttpClient site, double rate)
{
    /// <summary>Sends requests for so long, and waits for all answers.</summary>
    public async Task<IReadOnlyList<LoadAnswer>> RunAsync(RequestMix mix, TimeSpan length, CancellationToken stopped)
    {
        var answers = new ConcurrentQueue<LoadAnswer>();
        var under = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < length.TotalSeconds * rate; number++)
        {
            var due = TimeSpan.FromSeconds(number / rate);
            var request = mix.Next();
            if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait) await Task.Delay(wait, stopped).ConfigureAwait(false);
            under.Add(Task.Run(async () => answers.Enqueue(await SendAsync(request, () => Stopwatch.GetElapsedTime(start) - due, stopped).ConfigureAwait(false)), stopped));
        }

        await Task.WhenAll(under).ConfigureAwait(false);
        return [.. answers];
    }

    private async Task<LoadAnswer> SendAsync(LoadRequest request, Func<TimeSpan> sinceDue, CancellationToken stopped)
    {
        try
        {
            using var answer = await site.GetAsync(new Uri(request.Url, UriKind.Relative), stopped).ConfigureAwait(false);
            await answer.Content.ReadAsByteArrayAsync(stopped).ConfigureAwait(false);
            return new LoadAnswer(request.Kind, sinceDue().TotalMilliseconds, ServerTime(answer), !answer.IsSuccessStatusCode);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is TaskCanceledException && !stopped.IsCancellationRequested))
        {
            return new LoadAnswer(request.Kind, sinceDue().TotalMilliseconds, null, HasFailed: true);
        }
    }

    /// <summary>The duration named <c>app</c> of the header Server-Timing.</summary>
    private static double? ServerTime(HttpResponseMessage answer)
    {
        const string name = "app;dur=";
        if (!answer.Headers.TryGetValues("Server-Timing", out var values)) return null;
        var entry = values.SelectMany(value => value.Split(',')).Select(value => value.Trim()).FirstOrDefault(value => value.StartsWith(name, StringComparison.Ordinal));
        return entry is not null && double.TryParse(entry.AsSpan(name.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;
    }
}
