using System.Globalization;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Exploring;

/// <summary>A point of a line.</summary>
/// <param name="Words">What it says.</param>
/// <param name="X">Place, in per cent.</param>
/// <param name="Left">Where its column begins, in per cent; no two points of a line share what can be clicked.</param>
/// <param name="Y">Place, in pixels.</param>
/// <param name="Url">The search for its articles; null where there are none.</param>
/// <param name="IsMarked">Whether its sign is drawn.</param>
internal sealed record TrendPoint(string Words, string X, string Left, int Y, string? Url, bool IsMarked)
{
    public string Class => IsMarked ? "sign" : "sign dim";
}

/// <summary>A line: in pieces, between gaps.</summary>
/// <param name="Number">Which of the lines, from 0: it has a sign and a stroke of its own.</param>
/// <param name="Label">At its end.</param>
/// <param name="LabelY">Where that is, in pixels.</param>
/// <param name="Pieces">Points "x,y" of each piece; x of <see cref="TrendChart.Width"/>, y in pixels.</param>
/// <param name="Points">The points.</param>
internal sealed record DrawnLine(int Number, string Label, int LabelY, IReadOnlyList<string> Pieces, IReadOnlyList<TrendPoint> Points);

/// <summary>A time of which nothing is held.</summary>
internal sealed record TrendGap(string Words, string Left, string Width);

/// <summary>Lines over time -> a drawing. Across in per cent, so that it fits any page; down in pixels, so that nothing is stretched.</summary>
internal sealed class TrendChart
{
    /// <summary>Pixels from the top to the tallest point and to the ground, and of all.</summary>
    public const int Top = 14, Ground = 214, Height = 238;

    /// <summary>Pixels over and under a point that belong to it.</summary>
    public const int Reach = 12;

    /// <summary>Units across of the pieces.</summary>
    public const int Width = 1000;

    /// <summary>Pixels between two labels; points of a line beyond which not all have a sign, and of all lines beyond which one does not tab through them; longest label. Taste.</summary>
    private const int LabelHeight = 18, MostSigns = 24, MostTabs = 72, LongestLabel = 20;

    private readonly TrendView _view;
    private readonly double _most;

    public TrendChart(TrendView view)
    {
        _view = view;
        var values = view.Lines.SelectMany(line => Columns.Where(IsHeld).Select(column => Value(line, column))).DefaultIfEmpty();
        var step = Step(values.Max());
        Levels = [.. Enumerable.Range(0, (int)Math.Ceiling(values.Max() / step) + 1).Select(level => level * step).DefaultIfEmpty()];
        _most = Math.Max(Levels[^1], step);
        Lines = [.. Separated(view.Lines.Select(Drawn))];
        Gaps = [.. FindGaps()];
        Ticks = [.. TimeAxis.Ticks(view.First, view.Columns, view.Scale).Select(tick => (Centre(tick.Column), tick.Words))];
    }

    public IReadOnlyList<DrawnLine> Lines { get; }

    public IReadOnlyList<TrendGap> Gaps { get; }

    public string ColumnWidth => TimeChart.Percent(100.0 / _view.Columns);

    /// <summary>Places and words below.</summary>
    public IReadOnlyList<(string X, string Words)> Ticks { get; }

    /// <summary>Values that have a line across.</summary>
    private IReadOnlyList<double> Levels { get; }

    public IEnumerable<(int Y, string Words)> Grid => Levels.Select(level => (Y(level), InWords.Measure(level)));

    /// <summary>Whether one tabs through the points; where there are many, through those of the table only.</summary>
    public bool IsInTabOrder => _view.Columns * _view.Lines.Count <= MostTabs;

    private IEnumerable<int> Columns => Enumerable.Range(0, _view.Columns);

    private double Value(TrendLine line, int column) => _view.State.ShowsCounts ? line.Count(_view.First + column) : 1000.0 * line.Count(_view.First + column) / _view.Held(_view.First + column);

    private bool IsHeld(int column) => _view.Held(_view.First + column) > 0;

    private int Y(double value) => Ground - (int)Math.Round(value / _most * (Ground - Top));

    private string Centre(int column) => TimeChart.Percent((column + 0.5) * 100 / _view.Columns);

    private string Period(int column) => FacetWords.Value("date", Periods.Of(_view.First + column, _view.Scale));

    private DrawnLine Drawn(TrendLine line, int number)
    {
        var signs = Math.Max(1, (int)Math.Ceiling(_view.Columns / (double)MostSigns));
        var points = new List<TrendPoint>();
        var pieces = new List<List<string>> { new() };
        var last = Ground;
        foreach (var column in Columns)
        {
            if (!IsHeld(column))
            {
                if (pieces[^1].Count > 0) pieces.Add([]);
                continue;
            }

            last = Y(Value(line, column));
            pieces[^1].Add(string.Create(CultureInfo.InvariantCulture, $"{(column + 0.5) * Width / _view.Columns:0.#},{last - Top}"));
            var isAlone = (column == 0 || !IsHeld(column - 1)) && (column == _view.Columns - 1 || !IsHeld(column + 1));
            var count = line.Count(_view.First + column);
            var url = count > 0 ? PeriodUrl.Of(line.Search, Periods.Of(_view.First + column, _view.Scale)).ToUrl() : null;
            points.Add(new TrendPoint($"{line.Words}, {Period(column)}: {_view.InFull(line, _view.First + column)}", Centre(column), TimeChart.Percent(column * 100.0 / _view.Columns), last, url, isAlone || (column + (number * signs / TrendState.MostQueries)) % signs == 0));
        }

        return new DrawnLine(number, InWords.Clip(line.Words, LongestLabel), last, [.. pieces.Where(piece => piece.Count > 1).Select(piece => string.Join(' ', piece))], points);
    }

    private IEnumerable<TrendGap> FindGaps()
    {
        for (var column = 0; column < _view.Columns; column++)
        {
            if (IsHeld(column)) continue;
            var first = column;
            while (column + 1 < _view.Columns && !IsHeld(column + 1)) column++;
            yield return new TrendGap(
                first == column ? Period(first) : $"{Period(first)} to {Period(column)}",
                TimeChart.Percent(first * 100.0 / _view.Columns),
                TimeChart.Percent((column - first + 1) * 100.0 / _view.Columns));
        }
    }

    /// <summary>Labels beside the ends of their lines, moved apart where they would lie on one another.</summary>
    private static IEnumerable<DrawnLine> Separated(IEnumerable<DrawnLine> lines)
    {
        var sorted = lines.OrderBy(line => line.LabelY).ToArray();
        var free = Top;
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = sorted[i] with { LabelY = Math.Max(free, sorted[i].LabelY) };
            free = sorted[i].LabelY + LabelHeight;
        }

        free = Ground;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            sorted[i] = sorted[i] with { LabelY = Math.Min(free, sorted[i].LabelY) };
            free = sorted[i].LabelY - LabelHeight;
        }

        return sorted.OrderBy(line => line.Number);
    }

    /// <summary>1, 2 or 5 and noughts, so that about four lines lie across.</summary>
    private static double Step(double most)
    {
        if (most <= 0) return 1;
        var size = Math.Pow(10, Math.Floor(Math.Log10(most / 4)));
        return size * (most / 4 / size) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
