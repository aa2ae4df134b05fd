using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NewsSearch.Archive;

namespace NewsSearch.Web.Running;

/// <summary>Every answer that is read from the archive carries a tag of its commit; who has the answer of this commit is told so, and gets none.</summary>
/// <remarks>
/// The tag is read before the answer is made. Where a commit comes between them, a newer answer carries an older tag, and is asked for
/// once more; never the other way. It is weak: the time that a search took may differ.
/// </remarks>
internal sealed class CommitTags(RequestDelegate next, SiteOptions options, ArchiveDoor door)
{
    private static readonly string[] Others = ["/health", "/files", "/error", MetricsText.Path];

    private readonly string _program = Program(options);

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is null || Others.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) || Tag() is not { } tag) return next(http);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.GetTypedHeaders().ETag = tag;
            return Task.CompletedTask;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK) http.Response.GetTypedHeaders().ETag = tag;
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Null where the archive cannot be read; the page says why.</summary>
    private EntityTagHeaderValue? Tag()
    {
        try
        {
            var stats = door.Read(archive => archive.Stats());
            return new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{stats.Generation}.{stats.Commit}.{stats.Committed.UtcTicks:x}.{_program}\""), isWeak: true);
        }
        catch (ArchiveException)
        {
            return null;
        }
    }

    /// <summary>What else an answer depends on: the build of the site, of the archive and of what they show, and the address that it names.</summary>
    private static string Program(SiteOptions options)
    {
        var modules = new[] { typeof(CommitTags), typeof(IArticleArchive) }.Select(type => type.Assembly.ManifestModule.ModuleVersionId);
        var bytes = Encoding.UTF8.GetBytes($"{string.Join(' ', modules)} {options.PublicAddress}");
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
    }
}
