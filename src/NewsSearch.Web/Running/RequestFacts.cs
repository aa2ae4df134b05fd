using NewsSearch.Web.Running.Limits;

namespace NewsSearch.Web.Running;

/// <summary>What is known of a request while it is answered.</summary>
internal sealed class RequestFacts(TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>The pattern that its address was found by; empty before, and where none fits.</summary>
    public string Route { get; set; } = "";

    /// <summary>How long it took until the answer began; null before.</summary>
    public TimeSpan? BeganAfter { get; set; }

    /// <summary>Since the request came.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    /// <summary>Who is charged for it, and what was charged in advance; null for nobody.</summary>
    public (ClientNetwork Client, double Cost)? Charged { get; set; }

    /// <summary>Whether it was let in: what follows a failure is not asked again.</summary>
    public bool IsAdmitted { get; set; }
}
