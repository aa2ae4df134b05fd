using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NewsSearch.Web;

/// <summary>File names of wwwroot -> bytes embedded in the assembly, under an address that changes with the content.</summary>
internal static class SiteFiles
{
    private static readonly Dictionary<string, SiteFile> Files = new(StringComparer.Ordinal)
    {
        ["site.css"] = Load("site.css", "text/css; charset=utf-8"),
        ["suggest.js"] = Load("suggest.js", "text/javascript; charset=utf-8"),
        ["keys.js"] = Load("keys.js", "text/javascript; charset=utf-8"),
        ["mine.js"] = Load("mine.js", "text/javascript; charset=utf-8"),
        ["icon.svg"] = Load("icon.svg", "image/svg+xml"),
    };

    /// <summary>What the JSON API takes and answers, as OpenAPI has it; a test holds it against the answers.</summary>
    private static readonly SiteFile Api = Load("openapi.json", "application/json; charset=utf-8");

    /// <summary>The address of a file, with a hash of its content.</summary>
    public static string Url(string name) => $"/files/{Files[name].Hash}/{name}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/openapi.json", SiteHost.Reading, () => Results.Bytes(Api.Bytes, Api.ContentType));
        routes.MapMethods("/files/{hash}/{name}", SiteHost.Reading, (string hash, string name, HttpContext http) =>
        {
            if (!Files.TryGetValue(name, out var file) || file.Hash != hash) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(file.Bytes, file.ContentType);
        });
    }

    private static SiteFile Load(string name, string contentType)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream("wwwroot/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SiteFile(bytes, contentType, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)));
    }

    private sealed record SiteFile(byte[] Bytes, string ContentType, string Hash);
}
