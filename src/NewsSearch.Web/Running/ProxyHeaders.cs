using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace NewsSearch.Web.Running;

/// <summary>Who asked, and how, as the proxies say that stand before the site; of nobody else it is believed.</summary>
internal static class ProxyHeaders
{
    public static void Use(WebApplication site, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(Network(proxy) ?? throw new ArgumentException($"'{proxy}' is no address and no network."));
        site.UseForwardedHeaders(options);
    }

    /// <summary>"10.0.0.0/8", "::1" as the network of one address; null where it is neither.</summary>
    public static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
