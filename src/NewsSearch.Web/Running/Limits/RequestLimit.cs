namespace NewsSearch.Web.Running.Limits;

/// <summary>How much work one client may ask for, in milliseconds of the site's time.</summary>
public sealed record RequestLimit
{
    /// <summary>Milliseconds that come back in a second.</summary>
    /// <value>Default: 400, so that no client takes more than a fifth of two processors for long; fifty readers behind one address take less.</value>
    public double PerSecond { get; init; } = 400;

    /// <summary>Most milliseconds that can be saved up.</summary>
    /// <value>Default: 20,000.</value>
    public double Burst { get; init; } = 20_000;

    /// <summary>Whether clients on the same machine are charged too.</summary>
    /// <value>Default: no.</value>
    public bool IncludesLoopback { get; init; }
}
