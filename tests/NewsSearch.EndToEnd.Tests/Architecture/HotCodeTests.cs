using System.Text.RegularExpressions;

namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>Fast and dangerous tools stay in the folder and the file where readers expect them.</summary>
public sealed partial class HotCodeTests
{
    private const int LargestStackBytes = 256;

    private static IEnumerable<string> ProductCode => SourceTree.CSharp.Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("tools/NewsSearch.Cli/", StringComparison.Ordinal));

    [Fact]
    public void Only_Bits_touches_vectors_raw_memory_and_array_pools()
    {
        var found = ProductCode.Where(path => !path.StartsWith("src/NewsSearch.Engine/Bits/", StringComparison.Ordinal))
            .SelectMany(path => HotLines(SourceTree.Read(path)).Select(line => $"{path}: {line}"));

        Findings.AssertNone(found);
    }

    [Fact]
    public void The_keyword_unsafe_lives_in_one_file()
    {
        var found = ProductCode.Where(path => path != "src/NewsSearch.Engine/Segments/MappedFile.cs" && UnsafeKeyword().IsMatch(Code(SourceTree.Read(path))));

        Findings.AssertNone(found);
    }

    [Theory]
    [InlineData("var v = Vector256.Load(x);")]
    [InlineData("ref var y = ref Unsafe.Add(ref x, 1);")]
    [InlineData("var bytes = MemoryMarshal.AsBytes(span);")]
    [InlineData("var a = ArrayPool<int>.Shared.Rent(9);")]
    [InlineData("Span<int> s = stackalloc int[65];")]
    [InlineData("Span<byte> s = stackalloc byte[length];")]
    [InlineData("private const int Width = 400; Span<byte> s = stackalloc byte[Width];")]
    public void Hot_code_is_found(string line) => Assert.Single(HotLines(line));

    [Theory]
    [InlineData("Span<int> s = stackalloc int[64];")]
    [InlineData("private const int MaxSources = 4; Span<int> s = stackalloc int[MaxSources];")]
    [InlineData("/// <summary>No Vector256 here.</summary>")]
    [InlineData("// Unsafe.Add would be faster")]
    public void Small_buffers_and_comments_are_not_hot(string line) => Assert.Empty(HotLines(line));

    [Fact]
    public void The_keyword_unsafe_is_found() => Assert.Matches(UnsafeKeyword(), "public unsafe void M()");

    private static IEnumerable<string> HotLines(string source) =>
        Code(source).Split('\n').Where(line => HotName().IsMatch(line) || StackAllocations().Matches(line).Any(allocation => IsBig(allocation, source))).Select(line => line.Trim());

    /// <summary>A stack buffer is small only when its length is a number, or a constant of the same file, that says so.</summary>
    private static bool IsBig(Match allocation, string source)
    {
        var length = allocation.Groups["count"].Value;
        var constant = Constant().Matches(source).FirstOrDefault(match => match.Groups["name"].Value == length);
        return !int.TryParse(constant?.Groups["value"].Value ?? length, out var count) || count * BytesOf(allocation.Groups["type"].Value) > LargestStackBytes;
    }

    private static int BytesOf(string type) => type switch { "byte" or "sbyte" or "bool" => 1, "char" or "short" or "ushort" => 2, "long" or "ulong" or "double" => 8, _ => 4 };

    private static string Code(string source) => Comment().Replace(source, "");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(Vector(64|128|256|512)?|Unsafe|MemoryMarshal|ArrayPool|MemoryPool)\b\s*[.<]|System\.Runtime\.Intrinsics")]
    private static partial Regex HotName();

    [GeneratedRegex(@"stackalloc (?<type>\w+)\[(?<count>[^\]]+)\]")]
    private static partial Regex StackAllocations();

    [GeneratedRegex(@"const int (?<name>\w+) = (?<value>\d+);")]
    private static partial Regex Constant();

    [GeneratedRegex(@"\bunsafe\b(?=\s+[\w{])")]
    private static partial Regex UnsafeKeyword();
}
