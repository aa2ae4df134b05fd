namespace NewsSearch.Engine.Tests.Analysis.Stemming;

/// <summary>A test that reads Snowball's vocabularies; skipped where Debian's package snowball-data is not installed.</summary>
internal sealed class SnowballDataTheoryAttribute : TheoryAttribute
{
    public const string Folder = "/usr/share/snowball/data";

    public SnowballDataTheoryAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip = $"needs the vocabularies in {Folder} (package snowball-data)";
    }
}
