namespace NewsSearch.Bench.Loading;

/// <summary>One request of a load.</summary>
/// <param name="Kind">What sort of page it is, one word.</param>
/// <param name="Url">Path and query.</param>
internal sealed record LoadRequest(string Kind, string Url);

/// <summary>What became of a request.</summary>
/// <param name="Kind">What sort of page it is.</param>
/// <param name="Milliseconds">From the moment it was due until the last byte was read.</param>
/// <param name="ServerMilliseconds">In the site, as it tells; null where it does not.</param>
/// <param name="HasFailed">Whether it got no answer, or one that is no page.</param>
internal sealed record LoadAnswer(string Kind, double Milliseconds, double? ServerMilliseconds, bool HasFailed);
