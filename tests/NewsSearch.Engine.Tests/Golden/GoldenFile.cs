using System.Runtime.CompilerServices;

namespace NewsSearch.Engine.Tests.Golden;

/// <summary>Compares a text with the file kept beside this one; with UPDATE_GOLDEN=1 it is rewritten instead.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
