using System.Globalization;

namespace NewsSearch.Bench.Extraction;

/// <summary>One line of the table of extraction.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="On">The pages it is measured on.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Bound">What it must reach, or stay below; NaN where it is only told.</param>
/// <param name="IsUpperBound">Whether it must stay below.</param>
internal sealed record ExtractRow(string Measure, string On, double Ours, double Bound = double.NaN, bool IsUpperBound = false)
{
    public static string Header { get; } = Line("measure", "on", "newssearch", "bound");

    public bool IsReached => double.IsNaN(Bound) || (IsUpperBound ? Ours < Bound : Ours >= Bound);

    public override string ToString() => Line(Measure, On, Number(Ours), double.IsNaN(Bound) ? "" : (IsUpperBound ? "< " : "") + Number(Bound)) + (IsReached ? "" : "  missed");

    private static string Line(string measure, string on, string ours, string bound) => $"{measure,-34}{on,-28}{ours,10}{bound,10}";

    private static string Number(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
