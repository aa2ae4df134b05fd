using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers.Headers;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>A web archive (WARC 1.0, 1.1) -> the HTML pages in it; records of other kinds are counted.</summary>
internal static class WarcReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var records = new WarcRecords(content, options.MaxRecordByteLength);
        while (TryNext(out var record, out var problem))
        {
            var place = options.PlaceOf(records.Offset);
            var page = record is null ? null : PageIn(record, options, ref problem);
            if (problem is not null) reject(new Rejection(file.Path, problem.Place.Length > 0 ? problem.Place : place, problem.Message));
            if (record is null || page is null) continue;
            var address = Address(record);
            if (options.SeenPages.IsNew(address, page, options.Counts)) yield return new SourceArticle(new Article { Id = "", Url = address }, file, place) { Page = page };
        }

        bool TryNext(out WarcRecord? record, out BrokenContentException? problem)
        {
            (record, problem) = (null, null);
            try
            {
                record = records.Next();
            }
            catch (BrokenContentException broken) when (!options.Budget.IsSpent)
            {
                problem = broken;
            }
            return record is not null || problem is not null;
        }
    }

    /// <summary>The page in a record; null, with its kind counted or a problem, where there is none.</summary>
    private static FetchedPage? PageIn(WarcRecord record, ReadOptions options, ref BrokenContentException? problem)
    {
        var type = record.Fields["WARC-Type"]?.ToLowerInvariant() ?? "";
        var media = new MediaType(record.Fields["Content-Type"]);
        var isHttp = type is "response" && media.Name is "application/http" or "";
        if (isHttp || (type is "response" or "resource" && media.IsHtml))
        {
            if (record.Block is not { } block) problem = new BrokenContentException("", $"The record is longer than {options.MaxRecordByteLength >> 20} MB.");
            else if (!isHttp) return new FetchedPage(block, media["charset"], Fetched(record));
            else if (HttpResponse.TryParse(block) is { } response) return WebPages.Of(response, Fetched(record), options, ref problem);
            else problem = new BrokenContentException("", "The record holds no HTTP response.");
            return null;
        }
        options.Counts.Skip(type switch
        {
            "response" or "resource" => $"WARC {type} of type {media.Kind}",
            "request" or "warcinfo" or "metadata" or "revisit" or "conversion" or "continuation" => "WARC " + type,
            _ => "WARC record of another type",
        });
        return null;
    }

    /// <summary>wget once put the address between pointed brackets.</summary>
    private static string? Address(WarcRecord record) => record.Fields["WARC-Target-URI"]?.Trim('<', '>').Replace(" ", "%20", StringComparison.Ordinal);

    private static DateTimeOffset? Fetched(WarcRecord record) =>
        DateTimeOffset.TryParse(record.Fields["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var fetched) ? fetched : null;
}
