namespace NewsSearch.Bench.Walking;

/// <summary>Something on a page that can be clicked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Promised">The number beside it, where that is the total after the click.</param>
internal sealed record Click(string Kind, string Url, long? Promised = null);
