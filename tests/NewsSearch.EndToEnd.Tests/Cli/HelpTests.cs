namespace NewsSearch.EndToEnd.Tests.Cli;

public sealed class HelpTests
{
    private static readonly string[] CommandNames = ["serve", "rebuild", "add", "delete", "correct", "outlets", "entity", "rules", "search", "show", "export", "stats", "verify"];

    public static TheoryData<string> Commands => [.. CommandNames];

    [Fact]
    public void Help_lists_every_command_and_no_other()
    {
        var help = NewsSearchProcess.Run("--help");

        Assert.Equal(0, help.ExitCode);
        var listed = help.Output.Split("Commands:\n")[1].Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal(CommandNames.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of_a_command_says_what_it_does_and_ends_with_an_example(string command)
    {
        var help = NewsSearchProcess.Run(command, "--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("Description:", help.Output, StringComparison.Ordinal);
        Assert.Contains("--index", help.Output, StringComparison.Ordinal);
        var examples = help.Output.Split(["Example:\n", "Examples:\n"], StringSplitOptions.None)[1].Trim().Split('\n');
        Assert.All(examples, example => Assert.Contains($"newssearch {command}", example, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_is_printed() => Assert.Matches(@"^\d+\.\d+", NewsSearchProcess.Run("--version").Output);
}
