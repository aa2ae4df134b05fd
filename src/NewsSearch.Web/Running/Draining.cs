using Microsoft.Extensions.Hosting;

namespace NewsSearch.Web.Running;

/// <summary>The end of the site: it says that it is not ready any more, goes on answering for a while, and then lets what is under way come to its end.</summary>
internal sealed class Draining(SiteOptions options) : IHostedLifecycleService
{
    /// <summary>What is under way when listening has ended has so long to end.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    private volatile bool _isStopping;

    public bool IsStopping => _isStopping;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        return Task.Delay(options.Drain, options.Clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
