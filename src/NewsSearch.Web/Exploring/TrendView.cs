using NewsSearch.Archive;
using NewsSearch.Archive.Reading;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Exploring;

/// <summary>A search and its articles by period.</summary>
internal sealed record TrendLine(SearchState Search, IReadOnlyList<PeriodCount> Periods, IReadOnlyDictionary<int, long> Numbered)
{
    public string Words => Search.Query.Length > 0 ? Search.Query : "All articles";

    /// <summary>All of its articles: each is of one period, or of one that is not known.</summary>
    public long Total => Periods.Sum(period => period.Count);

    public long Count(int number) => Numbered.GetValueOrDefault(number);
}

/// <summary>A row of the table: a period with what each line has of it, and all that is held.</summary>
internal sealed record TrendRow(string Words, IReadOnlyList<(long Count, string? Url, string Share)> Cells, long Held, string HeldUrl);

/// <summary>Queries and archive -> what the page of trends shows.</summary>
internal sealed class TrendView
{
    /// <summary>Most points of a line; beyond these numbers the fitting periods are longer ones. Taste.</summary>
    private const int MostPeriods = 400, FittingDays = 62, FittingMonths = 120;

    private readonly TrendLine _all;
    private readonly List<Note> _notes;

    public TrendView(IArticleArchive archive, TrendState state, IEnumerable<Note> notes, CancellationToken cancellation)
    {
        (State, _notes) = (state, [.. notes]);
        var years = Load(state.Within, TimeScale.Year).Numbered.Where(year => year.Value > 0).Select(year => year.Key).ToList();
        var from = PublicationDate.TryParse(state.Within.From)?.FirstDay;
        var to = PublicationDate.TryParse(state.Within.To)?.LastDay;
        if (years.Count > 0)
        {
            // What was asked for, as far as anything is held.
            from = Later(from, new DateOnly(years.Min(), 1, 1));
            to = Earlier(to, new DateOnly(years.Max(), 12, 31));
            Scale = Fitting(from.Value, to.Value);
        }

        _all = Load(state.Within, Scale);
        Lines = state.Queries.IsEmpty ? [_all] : [.. state.Searches.Select(search => Load(search, Scale))];
        var held = _all.Numbered.Where(period => period.Value > 0).Select(period => period.Key).ToList();
        if (held.Count > 0)
        {
            var last = held.Max();
            First = Math.Max(held.Min(), last - MostPeriods + 1);
            Columns = last - First + 1;
            if (First > held.Min()) _notes.Add(new Note($"Only the last {MostPeriods} {ScaleWord}s are drawn.", 0, 0));
            Chart = new TrendChart(this);
        }

        TrendLine Load(SearchState search, TimeScale scale)
        {
            var periods = archive.Timeline(search.ToRequest(), scale, cancellation);
            return new TrendLine(search, periods, periods.Where(period => Periods.NumberOf(period.Period, scale) is not null).ToDictionary(period => Periods.NumberOf(period.Period, scale)!.Value, period => period.Count));
        }
    }

    public TrendState State { get; }

    public IReadOnlyList<Note> Notes => _notes;

    public IReadOnlyList<TrendLine> Lines { get; }

    /// <summary>The periods drawn.</summary>
    public TimeScale Scale { get; }

    public string ScaleWord => TrendState.Word(Scale);

    /// <summary>Number of the first period drawn, and how many are.</summary>
    public int First { get; }

    public int Columns { get; }

    /// <summary>Null where nothing with a date is held.</summary>
    public TrendChart? Chart { get; }

    /// <summary>What all lines are parts of.</summary>
    public string Whole => "articles" + UnderFilters;

    public string UnderFilters => State.Within.Filters.IsEmpty ? "" : " under the filters";

    /// <summary>"3 of 243 articles, 12.3 per thousand".</summary>
    public string InFull(TrendLine line, int number) => State.Queries.IsEmpty
        ? InWords.Count(line.Count(number), "article")
        : $"{InWords.Number(line.Count(number))} of {InWords.Count(Held(number), "article")}, {Share(line.Count(number), Held(number))} per thousand";

    /// <summary>All articles of a period, in any line or none; 0 where nothing is held.</summary>
    public long Held(int number) => _all.Count(number);

    public string Range => Periods.Of(First, Scale) is var first && Periods.Of(First + Columns - 1, Scale) is var last && first == last
        ? PeriodInWords.Of(first) : $"{PeriodInWords.Of(first)} to {PeriodInWords.Of(last)}";

    /// <summary>Where each line stands highest, for those who do not see it.</summary>
    public string InSentences => string.Join(" ", Lines.Select(line => line.Total == 0 ? $"{line.Words}: no articles."
        : $"{line.Words}: {InWords.Count(line.Total, "article")}, most of {FacetWords.Value("date", line.Periods.MaxBy(period => period.Count)!.Period)}."));

    /// <summary>The periods of which anything is held, then what is not known of them.</summary>
    public IEnumerable<TrendRow> Rows()
    {
        var byPeriod = Lines.Select(line => line.Periods.ToDictionary(period => period.Period, period => period.Count, StringComparer.Ordinal)).ToList();
        return _all.Periods.Where(period => period.Count > 0).OrderBy(period => Periods.NumberOf(period.Period, Scale) is null).Select(period => new TrendRow(
            InWords.Sentence(period.Period == FacetNames.NoValue ? FacetWords.Of("date").NoValue : FacetWords.Value("date", period.Period)),
            [.. Lines.Select((line, i) => byPeriod[i].GetValueOrDefault(period.Period) is > 0 and var count
                ? (count, PeriodUrl.Of(line.Search, period.Period).ToUrl(), Share(count, period.Count))
                : (0L, (string?)null, "0"))],
            period.Count,
            PeriodUrl.Of(State.Within, period.Period).ToUrl()));
    }

    private static string Share(long count, long held) => held == 0 ? "" : InWords.PerThousand((double)count / held);

    private TimeScale Fitting(DateOnly from, DateOnly to)
    {
        if (State.Scale is { } scale)
        {
            if (scale == TimeScale.Year || Span(scale) <= MostPeriods) return scale;
            _notes.Add(new Note($"There are more than {MostPeriods} {TrendState.Word(scale)}s from {PeriodInWords.Of(Periods.Of(from.DayNumber, TimeScale.Day))} to {PeriodInWords.Of(Periods.Of(to.DayNumber, TimeScale.Day))}; choose a shorter time to see each of them.", 0, 0));
            return scale == TimeScale.Day && Span(TimeScale.Month) <= MostPeriods ? TimeScale.Month : TimeScale.Year;
        }

        return Span(TimeScale.Day) <= FittingDays ? TimeScale.Day : Span(TimeScale.Month) <= FittingMonths ? TimeScale.Month : TimeScale.Year;

        int Span(TimeScale scale) => Periods.NumberOf(to, scale) - Periods.NumberOf(from, scale) + 1;
    }

    private static DateOnly Later(DateOnly? asked, DateOnly held) => asked > held ? asked.Value : held;

    private static DateOnly Earlier(DateOnly? asked, DateOnly held) => asked < held ? asked.Value : held;
}
