using System.Runtime.InteropServices;

namespace NewsSearch.Cli;

/// <summary>Ctrl-C and termination signals -> a cancelled token. The second signal ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption()
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was the signal by which a service is stopped, not a person who changed their mind.</summary>
    public bool IsTermination { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested) return; // the default then ends the process
        signal.Cancel = true;
        IsTermination = signal.Signal == PosixSignal.SIGTERM;
        _source.Cancel();
    }
}
