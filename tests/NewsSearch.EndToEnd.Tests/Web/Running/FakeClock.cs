namespace NewsSearch.EndToEnd.Tests.Web.Running;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class FakeClock : TimeProvider
{
    private TimeSpan _since;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _since.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2024, 2, 20, 9, 0, 0, TimeSpan.Zero) + _since;

    public void Move(TimeSpan by) => _since += by;

    public void Move(double seconds) => Move(TimeSpan.FromSeconds(seconds));
}
