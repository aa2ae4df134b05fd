using System.Text;

namespace NewsSearch.Archive.Curation;

/// <summary>The folder of what people decided about an archive: corrections, outlet aliases, rules switched off. One text file for each.</summary>
/// <remarks>
/// It stands beside the index, not in it, so that neither a rebuild nor the loss of the index touches it. Its files are made to
/// be read and edited by hand; a file or the folder that is not there holds nothing. Whoever changes a file holds the writer lock
/// of the index, so changes never cross.
/// </remarks>
/// <param name="path">The folder; made when the first file is written.</param>
public sealed class CurationFolder(string path)
{
    /// <summary>Name of the default folder, beside the index folder.</summary>
    public const string DefaultName = "curation";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>The default for an index: <c>index-data/index</c> has <c>index-data/curation</c>.</summary>
    public static CurationFolder Beside(string indexFolder) =>
        new(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(indexFolder))) ?? "", DefaultName));

    /// <summary>Where a file of the folder is or would be.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The lines of a file that say something: neither empty nor a comment, which begins with '#'.</summary>
    public IReadOnlyList<CuratedLine> Read(string file) =>
    [
        .. AllLines(file).Select((text, at) => new CuratedLine(PathOf(file), at + 1, text.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#'),
    ];

    /// <summary>All lines of a file, comments too, so that whoever changes one line can keep the others.</summary>
    public IReadOnlyList<string> AllLines(string file) => File.Exists(PathOf(file)) ? File.ReadAllLines(PathOf(file), Encoding.UTF8) : [];

    /// <summary>Replaces a file as a whole: a reader, or a crash, sees the old lines or the new ones.</summary>
    public void Write(string file, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Path);
        var unfinished = PathOf($".{file}.{Environment.ProcessId}.part");
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                foreach (var line in lines) writer.Write(line + "\n");
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, PathOf(file), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}

/// <summary>One line of a curated file.</summary>
/// <param name="File">The file.</param>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Text">The line without space around it.</param>
public readonly record struct CuratedLine(string File, int Number, string Text)
{
    /// <summary>The same as a problem.</summary>
    public CurationProblem Problem(string reason) => new(File, Number, reason);
}

/// <summary>A line of a curated file that makes no sense; it has no effect, the others have.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Reason">A sentence.</param>
public sealed record CurationProblem(string File, int Line, string Reason)
{
    /// <summary>File, line and reason in one sentence.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}, line {Line}: {Reason}");
}
