using System.Globalization;

namespace NewsSearch.Engine.Commits;

/// <summary>Number -> name of the files and folders of an index, and back (FORMAT.md, "The index folder").</summary>
internal static class IndexNames
{
    public const string Current = "CURRENT";

    /// <summary>A file that is still being written and gets its name when it is whole.</summary>
    public const string Unfinished = ".tmp";

    public static string Generation(long number) => string.Create(CultureInfo.InvariantCulture, $"gen-{number:d4}");

    public static string Commit(string generation, long number) => string.Create(CultureInfo.InvariantCulture, $"{generation}/commit-{number:d6}");

    public static string Segment(string generation, long number) => string.Create(CultureInfo.InvariantCulture, $"{generation}/{number:d6}.seg");

    /// <summary>-1 if it is not a generation's name.</summary>
    public static long GenerationNumber(string folder) => Number(folder, "gen-", "", Generation);

    /// <summary>-1 if it is not a commit's name; of the last part of the name only, as the numbers below.</summary>
    public static long CommitNumber(string file) => Number(file, "commit-", "", number => LastPart(Commit("", number)));

    public static long SegmentNumber(string file) => Number(file, "", ".seg", number => LastPart(Segment("", number)));

    /// <summary>The segment's name, where a file is a part put aside while that segment was written (<see cref="Segments.SpillSink"/>); else null.</summary>
    public static string? SegmentOfPart(string file) =>
        file.EndsWith(Unfinished, StringComparison.Ordinal) && file.IndexOf(".seg.", StringComparison.Ordinal) is > 0 and var end && SegmentNumber(file[..(end + 4)]) >= 0
            ? file[..(end + 4)]
            : null;

    public static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static long Number(string name, string prefix, string suffix, Func<long, string> nameOf)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(suffix, StringComparison.Ordinal) || name.Length <= prefix.Length + suffix.Length)
            return -1;
        var digits = name.AsSpan(prefix.Length, name.Length - prefix.Length - suffix.Length);
        // One number has one name: what does not come out again the same is somebody else's file.
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && nameOf(number) == name ? number : -1;
    }
}
