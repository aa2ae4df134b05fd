using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>The two files of a rebuild that is not done yet, spool and journal: begun, found again, deleted.</summary>
/// <param name="folder">Where they lie.</param>
internal sealed class Unfinished(string folder)
{
    private const string SpoolName = "rebuild.spool", JournalName = "rebuild.journal";

    private string SpoolPath => Path.Combine(folder, SpoolName);

    private string JournalPath => Path.Combine(folder, JournalName);

    /// <summary>Whether there is one that got as far as a checkpoint.</summary>
    public bool IsThere => File.Exists(SpoolPath) && File.Exists(JournalPath) && Journal.Read(JournalPath).Any(line => line.Checkpoint is not null);

    public void Delete()
    {
        File.Delete(JournalPath);
        File.Delete(SpoolPath);
    }

    /// <summary>Empty files in place of any that are there.</summary>
    public (Spool Spool, Journal Journal) Begin(string settings)
    {
        Directory.CreateDirectory(folder);
        Delete();
        var journal = new Journal(JournalPath, 0);
        journal.Begin(settings);
        return (new Spool(SpoolPath, 0, 0), journal);
    }

    /// <summary>The last checkpoint from which a rebuild of these sources can go on; null where there is none.</summary>
    /// <param name="settings">As at its beginning.</param>
    /// <param name="reading">The sources as they are now.</param>
    /// <param name="problem">A sentence, where not the last checkpoint or none is taken.</param>
    public Resumption? Find(string settings, SourceReading reading, out string? problem)
    {
        problem = null;
        if (!IsThere)
        {
            problem = "There is no unfinished rebuild to go on with, so this one begins anew.";
            return null;
        }
        using var lines = Journal.Read(JournalPath).GetEnumerator();
        if (!lines.MoveNext() || lines.Current.Version != Journal.Version || lines.Current.Settings != settings)
        {
            problem = "The unfinished rebuild had other sources or settings, or was another version's, so this one begins anew.";
            return null;
        }
        Resumption? last = null;
        using var spool = new FileStream(SpoolPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var checksum = 0u;
        while (lines.MoveNext())
        {
            if (lines.Current.Checkpoint is not { } checkpoint) continue;
            if (!IsWhole(spool, checkpoint, ref checksum)) problem = "The end of what was read is damaged; it is read again.";
            else if (!reading.Has(checkpoint)) problem = "Some of the sources are not as they were; these and all after them are read again.";
            if (problem is not null) break;
            last = new Resumption(checkpoint, lines.Current.End);
        }
        return last;
    }

    /// <summary>The files from a checkpoint on; what stands behind it is cut off.</summary>
    public (Spool Spool, Journal Journal) GoOn(Resumption from) =>
        (new Spool(SpoolPath, from.Checkpoint.SpoolByteLength, from.Checkpoint.SpoolChecksum), new Journal(JournalPath, from.JournalByteLength));

    /// <summary>The rejections that were told up to a checkpoint.</summary>
    public IEnumerable<Rejection> Rejections(Resumption from) => JournalUpTo(from).Select(line => line.Rejected).OfType<Rejection>();

    /// <summary>The pages of the files that were read before the one of a checkpoint.</summary>
    public IEnumerable<FilePages> Pages(Resumption from) => JournalUpTo(from).Select(line => line.Pages).OfType<FilePages>().Where(pages => pages.File < from.Checkpoint.File);

    /// <summary>The lines of the spool, each with where it begins.</summary>
    public IEnumerable<(long Offset, byte[] Line)> Lines(Resumption from)
    {
        using var file = new FileStream(SpoolPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var window = new ByteWindow(file);
        while (window.Offset < from.Checkpoint.SpoolByteLength)
        {
            var length = window.LineLength(int.MaxValue);
            if (length < 0) throw new InvalidDataException("The rebuild's own spool file ends within a line.");
            yield return (window.Offset, window.Bytes[..length].ToArray());
            window.Pass(length + 1);
        }
    }

    private IEnumerable<Journal.Line> JournalUpTo(Resumption from) => Journal.Read(JournalPath).TakeWhile(line => line.End <= from.JournalByteLength);

    /// <summary>Whether the spool has what was in it at a checkpoint.</summary>
    /// <param name="spool">The file, read up to the checkpoint before.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="checksum">Of what was read of it.</param>
    private static bool IsWhole(FileStream spool, Checkpoint checkpoint, ref uint checksum)
    {
        var buffer = new byte[1 << 16];
        while (spool.Position < checkpoint.SpoolByteLength)
        {
            var count = spool.Read(buffer, 0, (int)Math.Min(buffer.Length, checkpoint.SpoolByteLength - spool.Position));
            if (count == 0) return false;
            checksum = Crc32.Append(checksum, buffer.AsSpan(0, count));
        }
        return checksum == checkpoint.SpoolChecksum;
    }
}

/// <summary>Where a rebuild goes on.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="JournalByteLength">The journal up to it.</param>
internal sealed record Resumption(Checkpoint Checkpoint, long JournalByteLength);
