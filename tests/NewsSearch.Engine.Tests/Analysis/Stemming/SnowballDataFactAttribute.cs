namespace NewsSearch.Engine.Tests.Analysis.Stemming;

/// <summary>A test that reads Snowball's vocabularies; skipped where Debian's package snowball-data is not installed.</summary>
internal sealed class SnowballDataFactAttribute : FactAttribute
{
    public const string Folder = "/usr/share/snowball/data";

    public SnowballDataFactAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip = $"needs the vocabularies in {Folder} (package snowball-data)";
    }
}
