using Microsoft.Extensions.Hosting;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>Makes what the first request of a commit would wait for, in the background: once the site has started, and as commits come.</summary>
internal sealed class KeepReady(ArchiveDoor door) : BackgroundService
{
    /// <summary>How soon a commit is noticed, as the site itself does at the next request. Where nothing is new, looking costs some microseconds.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // nobody waits for it, not even the start of the site
        using var timer = new PeriodicTimer(Pause);
        var isFirst = true;
        do
        {
            try
            {
                if (isFirst) door.Read(archive => archive.Search(new SearchRequest(), stoppingToken));
                door.Read(archive => archive.Complete("", 1, stoppingToken));
                isFirst = false;
            }
            catch (ArchiveException)
            {
                // Whoever asks is told; it is tried again.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
