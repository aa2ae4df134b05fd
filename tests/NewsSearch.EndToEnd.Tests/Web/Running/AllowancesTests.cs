using System.Net;
using Microsoft.AspNetCore.Http;
using NewsSearch.Web.Running.Limits;

namespace NewsSearch.EndToEnd.Tests.Web.Running;

/// <summary>Whom the default limit turns away, by a clock that does not wait.</summary>
public sealed class AllowancesTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void A_bot_that_walks_the_facets_is_turned_away_and_told_when_to_come_again()
    {
        var allowances = new Allowances(new RequestLimit(), _clock);

        var refused = Refused(allowances, Client("192.0.2.7"), requests: 3000, perSecond: 20, "/?q=war&outlet=a&outlet=b&person=c&place=d&from=2024", took: 12);

        Assert.InRange(refused, 1500, 2900);
        Assert.InRange(allowances.Take(Client("192.0.2.7"), 60)?.TotalSeconds ?? 0, 0, 2);
    }

    [Theory]
    [InlineData("a reader who pages deep", 2, "/?q=war&page=4000", 40)]
    [InlineData("a reader who follows facets", 1, "/?q=war&outlet=a&person=c&place=d", 30)]
    [InlineData("a newsroom of fifty behind one address", 12, "/?q=war&outlet=a", 20)]
    [InlineData("a crawler that keeps to articles", 10, "/article/1", 15)]
    public void Who_reads_at_the_pace_of_people_is_served(string who, double perSecond, string url, double took) =>
        Assert.True(Refused(new Allowances(new RequestLimit(), _clock), Client("192.0.2.7"), 5000, perSecond, url, took) == 0, who);

    [Fact]
    public void One_client_does_not_pay_for_another()
    {
        var allowances = new Allowances(new RequestLimit(), _clock);
        Refused(allowances, Client("192.0.2.7"), 3000, 100, "/?outlet=a", 10);

        Assert.NotNull(allowances.Take(Client("192.0.2.7"), 10));
        Assert.Null(allowances.Take(Client("192.0.2.8"), 10));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("0.0.0.1", "::1", false)]
    public void Clients_are_told_apart_by_address_and_by_half_of_it_in_IPv6(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Client(one) == Client(other));

    [Fact]
    public void However_many_clients_come_few_are_remembered()
    {
        var allowances = new Allowances(new RequestLimit(), _clock, mostClients: 100);
        for (var i = 0; i < 10_000; i++)
        {
            allowances.Take(new ClientNetwork((ulong)i, IsIPv6: true), 10);
            _clock.Move(0.01);
        }

        Assert.InRange(allowances.Count, 1, 100);
        _clock.Move(3600);
        Assert.Null(allowances.Take(new ClientNetwork(99_999, IsIPv6: true), 10));
        Assert.Equal(1, allowances.Count);
    }

    [Fact]
    public void Newcomers_share_what_is_left_where_too_many_others_are_charged()
    {
        var allowances = new Allowances(new RequestLimit { PerSecond = 1, Burst = 100 }, _clock, mostClients: 2);
        foreach (var i in new ulong[] { 1, 2, 3 }) allowances.Take(new ClientNetwork(i, IsIPv6: true), 100);

        Assert.NotNull(allowances.Take(new ClientNetwork(4, IsIPv6: true), 10));
        Assert.Equal(2, allowances.Count);
    }

    [Fact]
    public void A_debt_is_paid_off_in_twice_the_time_of_a_full_bucket_at_most()
    {
        var allowances = new Allowances(new RequestLimit { PerSecond = 10, Burst = 1000 }, _clock);
        allowances.Take(Client("192.0.2.7"), 10);
        allowances.Charge(Client("192.0.2.7"), 1e9);

        Assert.Equal(101, allowances.Take(Client("192.0.2.7"), 10)?.TotalSeconds);
        _clock.Move(101);
        Assert.Null(allowances.Take(Client("192.0.2.7"), 10));
    }

    [Fact]
    public void Without_a_limit_nobody_is_charged()
    {
        var allowances = new Allowances(null, _clock);
        allowances.Charge(Client("192.0.2.7"), 1e9);

        Assert.Null(allowances.Take(Client("192.0.2.7"), 1e9));
        Assert.Equal(0, allowances.Count);
    }

    [Fact]
    public void What_was_not_made_again_costs_little_and_what_is_sent_costs_by_its_length()
    {
        Assert.Equal(1, RequestCost.Of(30, 304, TimeSpan.FromMilliseconds(0.2), 0));
        Assert.Equal(30, RequestCost.Of(30, 200, TimeSpan.FromMilliseconds(3), 0));
        Assert.Equal(250, RequestCost.Of(30, 200, TimeSpan.FromMilliseconds(250), 0));
        Assert.Equal(1050, RequestCost.Of(50, 200, TimeSpan.FromMilliseconds(50), 20_000_000));
    }

    private static ClientNetwork Client(string address) => ClientNetwork.Of(IPAddress.Parse(address));

    private int Refused(Allowances allowances, ClientNetwork client, int requests, double perSecond, string url, double took)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (url.Split('?')[0], new QueryString(url.Contains('?', StringComparison.Ordinal) ? url[url.IndexOf('?', StringComparison.Ordinal)..] : ""));
        var cost = RequestCost.InAdvance(request);
        var refused = 0;
        for (var i = 0; i < requests; i++)
        {
            _clock.Move(1 / perSecond);
            if (allowances.Take(client, cost) is not null) refused++;
            else allowances.Charge(client, RequestCost.Of(cost, 200, TimeSpan.FromMilliseconds(took), 30_000) - cost);
        }

        return refused;
    }
}
