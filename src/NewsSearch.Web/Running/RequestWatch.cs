using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Web.Running.Limits;

namespace NewsSearch.Web.Running;

/// <summary>Measures every request: tells the time to who asked, counts it, charges it and writes it down.</summary>
internal sealed class RequestWatch(RequestDelegate next, SiteOptions options, SiteMetrics metrics, Allowances allowances, RequestLog log)
{
    /// <summary>The route of a request that no page answers.</summary>
    public const string NoRoute = "none";

    public async Task InvokeAsync(HttpContext http)
    {
        var facts = new RequestFacts(options.Clock);
        http.Features.Set(facts);
        http.Response.OnStarting(() =>
        {
            facts.BeganAfter = facts.Elapsed;
            http.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"app;dur={facts.BeganAfter.Value.TotalMilliseconds:F1}");
            return Task.CompletedTask;
        });
        var outer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var body = new CountedBody(outer);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        metrics.Begin();
        try
        {
            await next(http).ConfigureAwait(false);
        }
        finally
        {
            http.Features.Set(outer);
            End(http, facts, HttpMethods.IsHead(http.Request.Method) ? 0 : body.Count);
        }
    }

    /// <summary>Keeps the route that was asked for: a page about an error has one of its own.</summary>
    public static void KeepRoute(WebApplication site) => site.Use((http, next) =>
    {
        if (http.Features.GetRequiredFeature<RequestFacts>() is { Route: "" } facts) facts.Route = http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: var pattern } ? "/" + pattern?.TrimStart('/') : NoRoute;
        return next(http);
    });

    private void End(HttpContext http, RequestFacts facts, long byteLength)
    {
        var elapsed = facts.Elapsed;
        var route = facts.Route.Length > 0 ? facts.Route : NoRoute;
        metrics.End(route, http.Response.StatusCode, elapsed, byteLength);
        if (facts.Charged is var (client, charged)) allowances.Charge(client, RequestCost.Of(charged, http.Response.StatusCode, facts.BeganAfter ?? elapsed, byteLength) - charged);
        log.Write(http.Request, route, http.Response.StatusCode, elapsed, byteLength);
    }
}
