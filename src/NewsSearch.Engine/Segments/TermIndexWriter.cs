using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>Writes the sections of one list: postings straight into the file, dictionary and positions aside, then behind.</summary>
internal static class TermIndexWriter
{
    /// <param name="file">The segment.</param>
    /// <param name="postings">Section of the postings.</param>
    /// <param name="terms">Section of the dictionary.</param>
    /// <param name="positions">Section of the positions; null in lists without.</param>
    /// <param name="write">Fills terms, postings and positions side by side.</param>
    public static void Write(SectionFileWriter file, string postings, string terms, string? positions, Action<ByteSink, ByteSink, ByteSink?> write)
    {
        using var termsSink = file.Aside("terms");
        using var positionsSink = positions is null ? null : file.Aside("positions");
        write(termsSink, file.Begin(postings), positionsSink);
        file.End();
        Copy(file, terms, termsSink);
        if (positionsSink is not null) Copy(file, positions!, positionsSink);
    }

    private static void Copy(SectionFileWriter file, string section, SpillSink from)
    {
        from.CopyTo(file.Begin(section));
        file.End();
    }
}
