namespace NewsSearch.Engine.Tests.Analysis.Unicode;

/// <summary>A test that reads the Unicode data files; skipped where Debian's package unicode-data is not installed.</summary>
internal sealed class UnicodeDataFactAttribute : FactAttribute
{
    public const string Folder = "/usr/share/unicode";

    public UnicodeDataFactAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip = $"needs the Unicode data files in {Folder} (package unicode-data)";
    }
}
