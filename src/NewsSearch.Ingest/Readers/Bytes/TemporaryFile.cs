namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>A new file of our own for what does not fit into memory; gone when it is closed.</summary>
internal static class TemporaryFile
{
    /// <param name="suffix">How its name ends, for who looks into the folder.</param>
    public static FileStream Create(string suffix) => new(
        Path.Combine(Path.GetTempPath(), "newssearch-" + Guid.NewGuid().ToString("N") + suffix),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
