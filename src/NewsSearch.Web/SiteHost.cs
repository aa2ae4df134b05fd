using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;
using NewsSearch.Web.Exports;
using NewsSearch.Web.Running;
using NewsSearch.Web.Running.Limits;

namespace NewsSearch.Web;

/// <summary>Options -> the site as an application that is ready to run.</summary>
public static class SiteHost
{
    /// <summary>The only methods that the site answers: it reads.</summary>
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Longest request line; a query of some thousand characters, escaped, must get its page.</summary>
    private const int MaxRequestLineBytes = 128 * 1024;

    /// <summary>Builds the site; the caller runs it. Nothing is opened before the first request, unless it keeps itself ready.</summary>
    public static WebApplication Build(SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.PublicAddress is { Length: > 0 } address && !IsAddress(address)) throw new ArgumentException($"'{address}' is no address of a site.", nameof(options));
        // Nothing depends on the current folder, and no environment variable can switch to pages that show stack traces.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning); // request logs would keep what people searched for
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // the caller gets the exception and says it
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        AddParts(builder.Services, options);

        var site = builder.Build();
        UsePipeline(site, options);
        Endpoints.Map(site);
        Downloads.Map(site);
        AtomFeed.Map(site);
        OpenSearchDescription.Map(site);
        Sitemap.Map(site, options.SitemapPart);
        SiteFiles.Map(site);
        MetricsText.Map(site);
        site.MapRazorPages();
        return site;
    }

    /// <summary>Whether a text can be <see cref="SiteOptions.PublicAddress"/>: a scheme and a host, no path.</summary>
    public static bool IsAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" };

    /// <summary>Whether a text can be one of <see cref="SiteOptions.Proxies"/>.</summary>
    public static bool IsNetwork(string text) => ProxyHeaders.Network(text) is not null;

    private static void AddParts(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new ArchiveDoor(options.OpenArchive ?? (() => ArticleArchive.Open(options.IndexDirectory))));
        if (options.KeepsReady) services.AddHostedService<KeepReady>();
        services.AddSingleton<SiteMetrics>().AddSingleton<RequestLog>().AddSingleton(new Allowances(options.Limit, options.Clock));
        services.AddSingleton<Draining>().AddHostedService(site => site.GetRequiredService<Draining>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain + Draining.LongestAnswer);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // keeps 車 and é readable; < > & " ' are escaped all the same
        services.AddRazorPages().AddApplicationPart(typeof(SiteHost).Assembly);
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new NoKeys(), new NullXmlEncryptor()));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. ArticleFormat.All.Select(format => format.ContentType.Split(';')[0]).Append(AtomFeed.Type).Except(ResponseCompressionDefaults.MimeTypes)];
        });
    }

    private static void UsePipeline(WebApplication site, SiteOptions options)
    {
        ProxyHeaders.Use(site, options.Proxies);
        site.UseMiddleware<RequestWatch>();
        SecurityHeaders.Use(site, options);
        site.UseResponseCompression();
        site.Use((context, next) =>
        {
            if (Reading.Contains(context.Request.Method)) return next(context);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Reading);
            return context.Response.WriteAsync("This site only reads.");
        });
        site.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = error => error is ArchiveException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = failure => failure.Exception is ArchiveException,
        });
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.UseRouting();
        RequestWatch.KeepRoute(site);
        site.UseMiddleware<AllowanceGate>();
        site.UseMiddleware<ReadAccess>();
        site.UseMiddleware<CommitTags>();
    }
}
