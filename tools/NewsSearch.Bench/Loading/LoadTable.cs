using System.Globalization;
using System.Text;

namespace NewsSearch.Bench.Loading;

/// <summary>Answers -> a table: a line for each kind of page and one for all; times in milliseconds.</summary>
internal static class LoadTable
{
    private const string All = "all";

    public static string Of(IReadOnlyList<LoadAnswer> answers)
    {
        var text = new StringBuilder($"{"",-10}{"requests",10}{"failed",8}   {"p50",7}{"p90",7}{"p99",7}{"max",7}   {"p50",7}{"p90",7}{"p99",7}{"max",7}\n");
        text.Insert(0, $"{"",28}   {"until the last byte",-28}   in the site\n");
        foreach (var kind in answers.GroupBy(answer => answer.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal)) Add(kind.Key, [.. kind]);
        Add(All, answers);
        return text.ToString();

        void Add(string name, IReadOnlyList<LoadAnswer> some)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name,-10}{some.Count,10}{some.Count(answer => answer.HasFailed),8}   ");
            text.Append(Times([.. some.Select(answer => answer.Milliseconds)])).Append("   ").Append(Times([.. some.Select(answer => answer.ServerMilliseconds).OfType<double>()])).Append('\n');
        }
    }

    /// <summary>The least time that so many of all do not exceed; null of none.</summary>
    public static double? Percentile(IEnumerable<double> times, double share)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? null : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    private static string Times(IReadOnlyList<double> times) =>
        string.Concat(new[] { 0.5, 0.9, 0.99, 1 }.Select(share => string.Format(CultureInfo.InvariantCulture, "{0,7}", Percentile(times, share)?.ToString("F1", CultureInfo.InvariantCulture) ?? "-")));
}
