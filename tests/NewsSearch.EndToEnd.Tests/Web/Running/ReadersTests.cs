using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NewsSearch.Web;
using NewsSearch.Web.Running;

namespace NewsSearch.EndToEnd.Tests.Web.Running;

public sealed class ReadersTests(TestSite running) : IClassFixture<TestSite>, IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Only_readers_read_a_private_archive()
    {
        var (password, line) = Readers.Invite("anna");
        await File.WriteAllTextAsync(_file, $"# the newsroom\n\n{line}\n{Readers.Invite("ben").Line}\n");
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, Readers = Readers.Load(_file) });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        foreach (var url in new[] { "/", "/?q=limousine", "/search.json", "/search.csv", "/metrics", "/health/ready", "/robots.txt", "/nope", "/error/404", SiteFiles.Url("site.css") })
        {
            using var nobody = await Ask(client, url, null);
            using var stranger = await Ask(client, url, Basic("anna", "guess"));
            using var reader = await Ask(client, url, Basic("anna", password));

            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (nobody.StatusCode, stranger.StatusCode));
            Assert.Equal(["Basic", "Bearer"], nobody.Headers.WwwAuthenticate.Select(scheme => scheme.Scheme));
            Assert.DoesNotContain("limousine", await nobody.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.NotEqual(HttpStatusCode.Unauthorized, reader.StatusCode);
            Assert.False(reader.Headers.CacheControl?.Public);
            Assert.True(reader.Headers.CacheControl?.Private == true || reader.Headers.CacheControl?.NoStore == true, url);
        }

        using var token = await Ask(client, "/search.json", new AuthenticationHeaderValue("Bearer", password));
        using var other = await Ask(client, "/search.json", Basic("ben", password));
        using var live = await Ask(client, "/health/live", null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (token.StatusCode, other.StatusCode, live.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Basic !!!")]
    [InlineData("Basic YW5uYQ==")]
    [InlineData("Bearer ")]
    [InlineData("Digest x")]
    [InlineData("basic OjpcAA==")]
    public void What_is_no_password_lets_nobody_in(string authorization)
    {
        File.WriteAllText(_file, Readers.Invite("anna").Line);

        Assert.False(Readers.Load(_file).Admit(authorization));
    }

    [Fact]
    public void Nonsense_lets_nobody_in()
    {
        File.WriteAllText(_file, Readers.Invite("anna").Line);
        var readers = Readers.Load(_file);
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            Assert.False(readers.Admit(random.Next(3) switch { 0 => "Basic " + Convert.ToBase64String(bytes), 1 => "Bearer " + Encoding.Latin1.GetString(bytes), _ => Encoding.Latin1.GetString(bytes) }));
        }
    }

    [Theory]
    [InlineData("", "names no reader")]
    [InlineData("# nobody yet\n", "names no reader")]
    [InlineData("anna:password\n", "line 1")]
    [InlineData("# first\nanna\n", "line 2")]
    [InlineData(":e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n", "line 1")]
    public void A_file_that_would_let_in_nobody_or_holds_a_password_is_refused(string text, string problem)
    {
        File.WriteAllText(_file, text);

        Assert.Contains(problem, Assert.Throws<InvalidDataException>(() => Readers.Load(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Passwords_are_long_and_differ()
    {
        var passwords = Enumerable.Range(0, 100).Select(_ => Readers.Invite("anna").Password).ToList();

        Assert.Equal(100, passwords.Distinct().Count());
        Assert.All(passwords, password => Assert.Equal(26, password.Length));
    }

    private static AuthenticationHeaderValue Basic(string name, string password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string url, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = authorization;
        return await client.SendAsync(request);
    }
}
