using NewsSearch.Archive;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Times;

namespace NewsSearch.EndToEnd.Tests.Web.Times;

public sealed class TimeChartTests
{
    [Fact]
    public void Months_without_articles_are_gaps_and_months_without_hits_are_zeros()
    {
        var chart = Chart(TimeScale.Month, new("2022-11", 2, 5), new("2022-12", 0, 3), new("2023-02", 1, 1));

        Assert.Equal([2, 0, null, 1], chart.Bars.Select(bar => bar.Count));
        Assert.Equal(["November 2022", "December 2022", "January 2023", "February 2023"], chart.Bars.Select(bar => bar.Words));
        Assert.Equal(["2022", null, "2023", null], chart.Bars.Select(bar => bar.Group));
        Assert.Equal(["?2022-11", null, null, "?2023-02"], chart.Bars.Select(bar => bar.Url));
        Assert.True(chart.HasGaps);
        Assert.Equal(TimeChart.Ground, chart.Bars.Max(bar => bar.Top + bar.Height));
        Assert.Equal(TimeChart.Tallest, chart.Bars.Max(bar => bar.Height));
    }

    [Fact]
    public void Months_become_years_where_there_are_many_and_those_unknown_count_in_their_year()
    {
        var chart = Chart(TimeScale.Month, new("2012-03", 2, 5), new("2012-XX", 4, 4), new("2020-01", 1, 1), new(FacetNames.NoValue, 7, 9));

        Assert.Equal(TimeScale.Year, chart.Scale);
        Assert.Equal([6, null, null, null, null, null, null, null, 1], chart.Bars.Select(bar => bar.Count));
        Assert.Equal("?2012", chart.Bars[0].Url);
        Assert.Equal(7, chart.Unplaced);
        Assert.Equal(["March 2012", "January 2020", "2012, month unknown", "No date"], chart.Rows.Select(row => row.Words));
    }

    [Fact]
    public void Days_have_the_month_below_them_and_what_is_not_known_has_no_bar()
    {
        var chart = Chart(TimeScale.Day, new("2024-01-31", 1, 1), new("2024-02-01", 3, 3), new("2024-02-XX", 2, 2), new("2024-XX", 1, 1));

        Assert.Equal(["31", "1"], chart.Bars.Select(bar => bar.Label));
        Assert.Equal(["January 2024", "February 2024"], chart.Bars.Select(bar => bar.Group));
        Assert.Equal(3, chart.Unplaced);
    }

    [Fact]
    public void Without_a_date_there_are_rows_and_no_bars() =>
        Assert.Equal(("No date", 0), (Assert.Single(Chart(TimeScale.Month, new PeriodCount(FacetNames.NoValue, 2, 2)).Rows).Words, Chart(TimeScale.Month).Bars.Count));

    [Theory]
    [InlineData("2024-02-01", "2024-02-29", TimeScale.Day)]
    [InlineData("2024-01-01", "2024-12-31", TimeScale.Month)]
    [InlineData("2012-01-01", "2024-12-31", TimeScale.Year)]
    [InlineData("0001-01-01", "9998-12-31", TimeScale.Year)]
    public void The_scale_fits_the_time(string first, string last, TimeScale scale)
    {
        var (from, to) = (DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(scale, Periods.Fitting(from, to));
        foreach (var each in Enum.GetValues<TimeScale>())
        {
            var number = Periods.NumberOf(to, each);
            Assert.Equal(number, Periods.NumberOf(Periods.Of(number, each), each));
        }
    }

    private static TimeChart Chart(TimeScale scale, params PeriodCount[] periods) => new(periods, scale, period => "?" + period);
}
