using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSearch.Web.Running.Limits;

/// <summary>Turns away who has asked for more work than one client may, and says when to come again.</summary>
internal sealed class AllowanceGate(RequestDelegate next, SiteOptions options, Allowances allowances)
{
    public Task InvokeAsync(HttpContext http)
    {
        var facts = http.Features.GetRequiredFeature<RequestFacts>();
        if (options.Limit is not { } limit || facts.IsAdmitted || http.Connection.RemoteIpAddress is not { } address || (!limit.IncludesLoopback && IPAddress.IsLoopback(address))) return next(http);
        var (client, cost) = (ClientNetwork.Of(address), RequestCost.InAdvance(http.Request));
        if (cost == 0) return next(http);
        if (allowances.Take(client, cost) is { } wait)
        {
            var seconds = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers.RetryAfter = seconds;
            return Refusal.Send(http, StatusCodes.Status429TooManyRequests, $"Your address has asked for more than this archive can give to one at a time. Try again in {seconds} s.");
        }

        (facts.IsAdmitted, facts.Charged) = (true, (client, cost));
        return next(http);
    }
}
