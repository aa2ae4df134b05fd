using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench kernels</c>: the innermost loops of the engine, each beside its plain twin, measured by BenchmarkDotNet.</summary>
internal static class KernelsCommand
{
    public static Command Create()
    {
        var filter = new Option<string>("--filter") { Description = "Only benchmarks whose name fits, such as *BitPacking*.", HelpName = "GLOB", DefaultValueFactory = _ => "*" };
        var quick = new Option<bool>("--quick") { Description = "Three short iterations each: a first look, no figures to quote." };
        var command = new Command("kernels", "Measures the innermost loops of the engine beside their plain twins. Needs a release build and a quiet machine; results are also written to artifacts/kernels below the current folder.") { filter, quick };
        command.SetAction(parse =>
        {
            var summaries = BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(["--filter", parse.GetRequiredValue(filter)], Config(parse.GetValue(quick)));
            if (!summaries.Any()) throw new BenchException($"No kernel fits '{parse.GetValue(filter)}'.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>In this process: BenchmarkDotNet would look for a project file named like the assembly, and build it for each job.</summary>
    private static ManualConfig Config(bool quick)
    {
        var job = (quick ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance).WithPlatform(Platform.AnyCpu);
        return ManualConfig.Create(DefaultConfig.Instance).AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).WithArtifactsPath("artifacts/kernels");
    }
}
