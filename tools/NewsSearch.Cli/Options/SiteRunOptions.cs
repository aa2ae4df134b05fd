using System.CommandLine;
using System.Globalization;
using NewsSearch.Web;
using NewsSearch.Web.Running;
using NewsSearch.Web.Running.Limits;

namespace NewsSearch.Cli.Options;

/// <summary>How a site is run: where it listens, who may read and how much, what it writes down.</summary>
internal sealed class SiteRunOptions
{
    private const string DefaultUrls = "http://localhost:5000";
    private const string StandardError = "-";

    private readonly Option<string> _urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons; port 0 takes a free one.", HelpName = "URLS", DefaultValueFactory = _ => DefaultUrls };
    private readonly Option<string?> _outside = new("--public-url") { Description = "Address that the outside knows the site by, where a proxy stands before it; feeds, citations and the sitemap name it. Default: as each request asks for it.", HelpName = "URL" };
    private readonly Option<string[]> _proxies = new("--proxy") { Description = "Address or network of a proxy before the site, which is believed about who asked; may repeat.", HelpName = "ADDRESS" };
    private readonly Option<double> _limit = new("--limit") { Description = "Milliseconds of the site's time that the clients of one address may take in a second, on average; 0 for no limit. Clients on this machine have none.", HelpName = "MS", DefaultValueFactory = _ => new RequestLimit().PerSecond };
    private readonly Option<double> _burst = new("--limit-burst") { Description = "Milliseconds that they can save up.", HelpName = "MS", DefaultValueFactory = _ => new RequestLimit().Burst };
    private readonly Option<bool> _loopback = new("--limit-loopback") { Description = "Limits clients on this machine too." };
    private readonly Option<string?> _access = new("--access") { Description = "File of those who may read, where not everybody may; --add-reader writes it.", HelpName = "FILE" };
    private readonly Option<string?> _reader = new("--add-reader") { Description = "Adds a reader to the file of --access, prints the new password, and ends.", HelpName = "NAME" };
    private readonly Option<string?> _log = new("--request-log") { Description = "File that takes a line of JSON for each request, or - for the error stream. What was asked for is not in it.", HelpName = "FILE" };
    private readonly Option<bool> _queries = new("--log-queries") { Description = "Writes down what was asked for too." };
    private readonly Option<double> _drain = new("--drain") { Description = "Seconds for which the site goes on answering after it was told to stop, while /health/ready says no.", HelpName = "SECONDS", DefaultValueFactory = _ => 0 };

    public SiteRunOptions()
    {
        Check(_outside, "an address: write https://news.example.org", SiteHost.IsAddress);
        Check(_proxies, "an address or a network: write 127.0.0.1 or 10.0.0.0/8", SiteHost.IsNetwork);
        Check(_limit, "a number of milliseconds, 0 or more", text => Number(text) is >= 0 and < 1e9);
        Check(_burst, "a number of milliseconds above 0", text => Number(text) is > 0 and < 1e9);
        Check(_drain, "a number of seconds from 0 to 3,600", text => Number(text) is >= 0 and <= 3600);
        Check(_reader, "a name without blanks and colons", Readers.IsName);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_urls, _outside, _proxies, _access, _reader, _limit, _burst, _loopback, _log, _queries, _drain]) command.Add(option);
    }

    /// <summary>The name of a reader to add, and the file; null where the site is to be run.</summary>
    public (string Name, string File)? NewReader(ParseResult parse) => parse.GetValue(_reader) is not { } name ? null
        : parse.GetValue(_access) is { } file ? (name, file)
        : throw new UsageException("--add-reader takes --access, which names the file.");

    /// <summary>What was asked for. Whoever asks closes the log.</summary>
    public SiteOptions Read(ParseResult parse, string index) => new()
    {
        IndexDirectory = index,
        Urls = parse.GetRequiredValue(_urls),
        PublicAddress = parse.GetValue(_outside),
        Proxies = parse.GetValue(_proxies) ?? [],
        Limit = parse.GetValue(_limit) is > 0 and var perSecond ? new RequestLimit { PerSecond = perSecond, Burst = parse.GetValue(_burst), IncludesLoopback = parse.GetValue(_loopback) } : null,
        Readers = parse.GetValue(_access) is { } file ? ReadersOf(file) : null,
        RequestLog = parse.GetValue(_log) switch { null => null, StandardError => Console.Error, var path => new StreamWriter(path, append: true) },
        LogsQueries = parse.GetValue(_queries),
        Drain = TimeSpan.FromSeconds(parse.GetValue(_drain)),
        KeepsReady = true,
    };

    private static Readers ReadersOf(string file)
    {
        try
        {
            return Readers.Load(file);
        }
        catch (InvalidDataException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Check(Option option, string expected, Func<string, bool> isGood) => option.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => !isGood(token.Value)) is { } wrong) result.AddError($"'{wrong.Value}' is not {expected}, for {option.Name}.");
    });
}
