namespace NewsSearch.Ingest.Pages;

/// <summary>A web page as it was fetched. Readers hand it on unparsed: parsing is work for all cores.</summary>
/// <param name="Html">Its bytes.</param>
/// <param name="Charset">Encoding that the server or the container names; null: the page says it itself.</param>
/// <param name="Fetched">When; no article in it is younger. Null where unknown.</param>
internal sealed record FetchedPage(ReadOnlyMemory<byte> Html, string? Charset, DateTimeOffset? Fetched);
