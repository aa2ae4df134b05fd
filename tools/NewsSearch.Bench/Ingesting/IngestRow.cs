using System.Globalization;

namespace NewsSearch.Bench.Ingesting;

/// <summary>One line of the table of ingestion.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="On">The input.</param>
/// <param name="Megabytes">Its bytes, unpacked, in millions.</param>
/// <param name="Wall">By the clock.</param>
/// <param name="Cpu">Of the whole process.</param>
/// <param name="Bound">MB/s that must be reached by the clock; null for a part of another row.</param>
internal sealed record IngestRow(string Measure, string On, double Megabytes, TimeSpan Wall, TimeSpan Cpu, double? Bound)
{
    public static string Header { get; } = Line("measure", "on", "MB", "seconds", "CPU s", "MB/s", "MB/CPU s", "bound");

    public bool IsReached => Bound is null || Megabytes / Wall.TotalSeconds >= Bound;

    public override string ToString() =>
        Line(Measure, On, Number(Megabytes), Number(Wall.TotalSeconds), Number(Cpu.TotalSeconds), Number(Megabytes / Wall.TotalSeconds), Number(Megabytes / Cpu.TotalSeconds), Bound is { } bound ? Number(bound) : "")
        + (IsReached ? "" : "  missed");

    private static string Line(string measure, string on, string megabytes, string seconds, string cpu, string rate, string rateOfCpu, string bound) =>
        $"{measure,-30}{on,-22}{megabytes,8}{seconds,10}{cpu,10}{rate,10}{rateOfCpu,10}{bound,8}";

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
