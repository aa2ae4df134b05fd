using System.Globalization;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>A response in an archive -> the page; what is no page is counted by kind.</summary>
internal static class WebPages
{
    /// <param name="response">The response.</param>
    /// <param name="fetched">When it was fetched.</param>
    /// <param name="options">Takes the counts.</param>
    /// <param name="problem">What is wrong with a page that cannot be read.</param>
    public static FetchedPage? Of(HttpResponse response, DateTimeOffset? fetched, ReadOptions options, ref BrokenContentException? problem)
    {
        if (response.Status is < 200 or > 299 || !response.IsHtml)
        {
            options.Counts.Skip(response.Status is >= 200 and <= 299
                ? "HTTP response of type " + response.MediaType.Kind
                : string.Create(CultureInfo.InvariantCulture, $"HTTP response {response.Status / 100}xx"));
            return null;
        }
        try
        {
            return new FetchedPage(HttpBody.Of(response, options), response.MediaType["charset"], fetched);
        }
        catch (BrokenContentException broken) when (!options.Budget.IsSpent)
        {
            problem = new BrokenContentException("", broken.Message);
            return null;
        }
    }
}
