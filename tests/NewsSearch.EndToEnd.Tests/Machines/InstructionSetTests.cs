using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Machines;

/// <summary>Whatever vectors a processor has: the same bytes are written and the same answers given.</summary>
/// <remarks>The runtime is told to do without some of its instructions, so that every path runs on any machine that has them all.</remarks>
public sealed partial class InstructionSetTests(InstructionSetTests.Fixture fixture) : IClassFixture<InstructionSetTests.Fixture>
{
    private static readonly string[] Queries =
    [
        "w1", "w1 w2", "w3 w30 w70", "w1 OR w7 OR w40", "\"w0 w1\"", "\"w0 w1 w2\"", "\"w5 w90\"", "w1*", "w33~", "w2 -w3", "outlet:o3 w1", "w4 w0~2", "number5",
    ];

    [LinuxTheory]
    [InlineData("DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    public void Index_and_answers_are_the_same_without(string instructions) => Assert.Equal(fixture.Expected, fixture.Run(instructions));

    [GeneratedRegex("\"[a-zA-Z]*(took|millis|seconds|updated|written)[a-zA-Z]*\"\\s*:\\s*[^,}]*", RegexOptions.IgnoreCase)]
    private static partial Regex Times();

    /// <summary>Articles enough for bitmaps, pairs of words and several stretches of sums, and what they give with all instructions.</summary>
    public sealed class Fixture : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Fixture()
        {
            var random = new Random(4);
            var articles = Enumerable.Range(0, 6_000).Select(i => JsonSerializer.Serialize(new { title = $"Report number{i}", body = Text(random), outlet = $"o{i % 7}" }));
            File.WriteAllLines(_folder["articles.jsonl"], articles);
            Expected = Run("");
        }

        internal IReadOnlyList<string> Expected { get; }

        public void Dispose() => _folder.Dispose();

        /// <summary>The checksum of the segments, then an answer for each query.</summary>
        internal IReadOnlyList<string> Run(string environment)
        {
            var index = _folder[$"index{environment.Length}"];
            var lines = Queries.Select(query => $"newssearch search --json --index {index} '{query}'");
            var outcome = NewsSearchProcess.RunShell(
                $"export DOTNET_TieredPGO=1 {environment}; newssearch rebuild {_folder["articles.jsonl"]} --index {index} > {_folder["log"]} 2>&1 && cat {index}/gen-*/*.seg | sha256sum && {string.Join(" && ", lines)}");
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            return [.. outcome.Output.Split('\n').Select(line => Times().Replace(line, ""))];
        }

        /// <summary>Word n is half as frequent as word n / 2.</summary>
        private static string Text(Random random) =>
            string.Join(' ', Enumerable.Range(0, random.Next(5, 60)).Select(_ => $"w{(int)Math.Pow(2, 7 * random.NextDouble() * random.NextDouble()) - 1}"));
    }
}
