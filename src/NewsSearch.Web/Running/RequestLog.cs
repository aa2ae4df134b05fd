using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSearch.Web.Running;

/// <summary>Requests -> a line of JSON each: what was asked for by its route, not who asked, nor for what unless that is switched on.</summary>
internal sealed class RequestLog(SiteOptions options)
{
    private readonly Lock _lock = new();

    public void Write(HttpRequest request, string route, int status, TimeSpan elapsed, long byteLength)
    {
        if (options.RequestLog is not { } output) return;
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("time", options.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("method", request.Method);
            json.WriteString("route", route);
            if (options.LogsQueries) json.WriteString("target", request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget);
            json.WriteNumber("status", status);
            json.WriteNumber("ms", Math.Round(elapsed.TotalMilliseconds, 1));
            json.WriteNumber("bytes", byteLength);
            json.WriteEndObject();
        }

        try
        {
            lock (_lock)
            {
                output.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
                output.Flush();
            }
        }
        catch (IOException)
        {
            // A full disk must not keep anybody from reading.
        }
    }
}
