namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>Fails with every finding on a line of its own (xunit's own message would cut the list short).</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string> found)
    {
        var lines = found.Distinct().Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0) Assert.Fail(string.Join('\n', lines));
    }
}
