using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>Names say what a thing is, and nothing unfinished is left lying.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Assemblies = ["NewsSearch.Engine", "NewsSearch.Archive", "NewsSearch.Ingest", "NewsSearch.Web", "newssearch"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var found = Assemblies.SelectMany(name => Assembly.Load(name).GetTypes()).Where(type => !type.FullName!.Contains('<') && EmptyName().IsMatch(type.Name)).Select(type => type.FullName!);

        Findings.AssertNone(found);
    }

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(SourceTree.Files, path => path.Split('/').Any(part => EmptyName().IsMatch(Path.GetFileNameWithoutExtension(part))));

    [Fact]
    public void No_project_is_a_drawer_for_everything() =>
        Assert.DoesNotContain(SourceTree.Files, path => DrawerProject().IsMatch(path));

    [Fact]
    public void Nothing_unfinished_is_left_in_the_code()
    {
        var found = SourceTree.CSharp.Where(path => !path.EndsWith("/WordTests.cs", StringComparison.Ordinal))
            .SelectMany(path => LooseEnds().Matches(SourceTree.Read(path)).Select(match => $"{path}: {match.Value}"));

        Findings.AssertNone(found);
    }

    [Theory]
    [InlineData("StringHelper")]
    [InlineData("IndexManager")]
    [InlineData("SearchService")]
    [InlineData("FileUtils")]
    [InlineData("ReaderBase")]
    [InlineData("SearcherImpl")]
    public void A_name_that_says_nothing_is_found(string name) => Assert.Matches(EmptyName(), name);

    [Theory]
    [InlineData("DatabaseReader")]
    [InlineData("Implied")]
    [InlineData("Baseline")]
    public void A_name_that_only_looks_like_one_passes(string name) => Assert.DoesNotMatch(EmptyName(), name);

    [Theory]
    [InlineData("// TODO later")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("    #region Fields")]
    public void A_loose_end_is_found(string line) => Assert.Matches(LooseEnds(), line);

    [GeneratedRegex("(Helper|Util|Utilitie|Utility|Manager|Service|Base|Impl)s?(`[0-9]+)?$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^(src|tools)/[^/]*\.(Common|Core|Shared|Abstractions)/")]
    private static partial Regex DrawerProject();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|#region")]
    private static partial Regex LooseEnds();
}
