using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>Inside the engine a folder uses only what stands left of it in the order of the data.</summary>
public sealed partial class EngineFolderOrderTests
{
    private static readonly string[][] Order =
    [
        ["Bits"], ["Documents"], ["Analysis"], ["Queries"], ["Terms"], ["Postings", "Columns", "Stored"], ["Segments"],
        ["Commits"], ["Indexing", "Values", "Matching"], ["Search"], ["Facets", "Highlighting", "Suggest"], [""],
    ];

    [Fact]
    public void A_folder_of_the_engine_uses_only_folders_left_of_it() =>
        Findings.AssertNone(Violations(EngineAssembly.Value, "NewsSearch.Engine"));

    [Fact]
    public void The_order_names_every_folder_of_the_engine()
    {
        var folders = SourceTree.CSharp.Where(path => path.StartsWith("src/NewsSearch.Engine/", StringComparison.Ordinal))
            .Select(path => path.Split('/')[2..]).Where(rest => rest.Length > 1).Select(rest => rest[0]);

        Assert.Empty(folders.Except(Order.SelectMany(level => level)));
    }

    [Fact]
    public void Using_lines_of_the_engine_point_left()
    {
        var violations = SourceTree.CSharp.Where(path => path.StartsWith("src/NewsSearch.Engine/", StringComparison.Ordinal))
            .SelectMany(path => UsingsAgainstTheOrder(SourceTree.Read(path)).Select(line => $"{path}: {line}"));

        Findings.AssertNone(violations);
    }

    [Fact]
    public void A_use_against_the_order_is_found()
    {
        var found = Violations(typeof(Sample.Bits.UsesSearchInCode).Assembly, typeof(Sample.Bits.UsesSearchInCode).Namespace![..^".Bits".Length]);

        Assert.Equal(["Bits.UsesSearchInCode uses Search.Finder", "Postings.UsesSibling uses Columns.Value"], found.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_using_line_against_the_order_is_found()
    {
        Assert.Empty(UsingsAgainstTheOrder("using NewsSearch.Engine.Bits;\nnamespace NewsSearch.Engine.Search;"));
        Assert.Single(UsingsAgainstTheOrder("using static NewsSearch.Engine.Search.TopHits;\nnamespace NewsSearch.Engine.Bits;"));
    }

    private static IEnumerable<string> Violations(Assembly assembly, string root) =>
        from type in assembly.GetTypes()
        from used in TypeUses.Anywhere(type)
        where used.Assembly == assembly
        let folder = FolderIn(root, type.Namespace)
        let target = FolderIn(root, used.Namespace)
        where folder is not null && target is not null && !MayUse(folder, target)
        select $"{folder}.{Outermost(type).Name} uses {target}.{Outermost(used).Name}";

    private static IEnumerable<string> UsingsAgainstTheOrder(string source)
    {
        var folder = FolderIn("NewsSearch.Engine", NamespaceLine().Match(source).Groups[1].Value);
        return UsingLine().Matches(source).Where(line => folder is not null && !MayUse(folder, Known(line.Groups[1].Value))).Select(line => line.Value);
    }

    private static string Known(string name) => Order.Any(level => level.Contains(name)) ? name : "";

    /// <summary>The folder below <paramref name="root"/>; empty for the root itself, null outside it.</summary>
    private static string? FolderIn(string root, string? name) =>
        name == root ? "" : name is not null && name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;

    private static bool MayUse(string folder, string used) => folder == used || Level(used) < Level(folder);

    private static int Level(string folder) => Array.FindIndex(Order, level => level.Contains(folder));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?NewsSearch\.Engine\.(\w+).*;", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
