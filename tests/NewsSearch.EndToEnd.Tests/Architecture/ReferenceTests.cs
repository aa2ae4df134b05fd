using System.Reflection;
using System.Xml.Linq;

namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>Engine ← Archive ← Ingest; Web → Archive alone; only programs join them.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> AllowedProjects = new(StringComparer.Ordinal)
    {
        ["NewsSearch.Engine"] = [],
        ["NewsSearch.Archive"] = ["NewsSearch.Engine"],
        ["NewsSearch.Ingest"] = ["NewsSearch.Archive"],
        ["NewsSearch.Web"] = ["NewsSearch.Archive"],
        ["NewsSearch.Train"] = ["NewsSearch.Ingest"],
    };

    /// <summary>Foreign formats whose parsers others keep well.</summary>
    private static readonly string[] Parsers = ["AngleSharp"];

    public static TheoryData<string> SourceProjects => [.. ProjectFiles("src/")];

    [Fact]
    public void Source_projects_are_the_four_of_the_design() =>
        Assert.Equal(
            ["NewsSearch.Archive", "NewsSearch.Engine", "NewsSearch.Ingest", "NewsSearch.Web"],
            ProjectFiles("src/").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_source_project_references_only_what_the_design_allows(string project)
    {
        var referenced = References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Empty(referenced.Except(AllowedProjects[Path.GetFileNameWithoutExtension(project)]));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_source_project_needs_no_package_but_the_parsers_of_ingest(string project) =>
        Assert.Empty(References(project, "PackageReference").Except(Path.GetFileNameWithoutExtension(project) == "NewsSearch.Ingest" ? Parsers : []));

    [Fact]
    public void Below_the_site_only_the_base_class_library_is_compiled_in()
    {
        Assembly[] low = [EngineAssembly.Value, typeof(Archive.Article).Assembly, Assembly.Load("NewsSearch.Ingest")];

        var foreign = low.SelectMany(assembly => assembly.GetReferencedAssemblies()).Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("NewsSearch.", StringComparison.Ordinal)).Except(Parsers);

        Findings.AssertNone(foreign);
    }

    [Theory]
    [InlineData("NewsSearch.Web")]
    [InlineData("NewsSearch.Ingest")]
    public void Only_the_archive_knows_the_engine(string assembly) =>
        Assert.DoesNotContain("NewsSearch.Engine", Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name));

    [Fact]
    public void Public_types_of_the_archive_mention_no_engine_type()
    {
        var mentions = typeof(Archive.Article).Assembly.GetExportedTypes()
            .SelectMany(type => TypeUses.InSignatures(type).Where(used => used.Assembly == EngineAssembly.Value).Select(used => $"{type} mentions {used}"));

        Findings.AssertNone(mentions);
    }

    [Fact]
    public void A_mention_deep_inside_a_signature_is_found() =>
        Assert.Contains(typeof(Version), TypeUses.InSignatures(typeof(IMentionsVersion)));

    private interface IMentionsVersion
    {
        IReadOnlyList<Lazy<Version[]>> Versions();
    }

    private static IEnumerable<string> ProjectFiles(string folder) =>
        SourceTree.Files.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(SourceTree.Read(project)).Descendants(kind).Select(element => (string)element.Attribute("Include")!);
}
