using System.Net;
using System.Net.Http.Headers;
using NewsSearch.Bench.Hostile;
using NewsSearch.Bench.Walking;
using NewsSearch.EndToEnd.Tests.Web;

namespace NewsSearch.EndToEnd.Tests.Bench;

public sealed class HostileRequestsTests(TestSite running) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Hostile_addresses_get_an_answer_in_its_form_with_everything_escaped()
    {
        await using var site = Site.At(running.Address);

        var run = await HostileRequests.RunAsync(site, requests: 500, seed: 1, CancellationToken.None);

        Assert.True(run.Faults.Count == 0, string.Join('\n', run.Faults.Take(10)));
        Assert.True(run.Codes[200] > 100 && run.Codes.Keys.Max() < 500);
    }

    [Theory]
    [InlineData("text/html", "<!doctype html><html lang=en><head><title>a</title></head><body><p><x-evil></x-evil></p></body></html>", "an element")]
    [InlineData("text/html", "<!doctype html><html lang=en><head><title>a</title></head><body><p x-evil='1'></p></body></html>", "an attribute")]
    [InlineData("text/html", "<!doctype html><html lang=en><head><title>a</title></head><body><a href='javascript:alert(1)'>a</a></body></html>", "a link to")]
    [InlineData("text/html", "<!doctype html><html lang=en><head><title>a</title></head><body><script>1</script></body></html>", "a script")]
    [InlineData("text/html", "<!doctype html><html lang=en><head><title>a</title></head><body></section></body></html>", "not well formed")]
    [InlineData("application/json", "{\"a\": \"\u0001\"}", "cannot be read")]
    [InlineData("application/atom+xml", "<feed><x-evil/></feed>", "an element")]
    [InlineData("text/csv", "a,b\r\n\"1,2\",3,4\r\n", "different lengths")]
    public void What_is_wrong_is_seen(string type, string text, string expected)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, new MediaTypeHeaderValue(type)) };

        Assert.Contains(expected, Assert.Single(AnswerFaults.Of(answer, text, isWhole: true)), StringComparison.Ordinal);
    }
}
