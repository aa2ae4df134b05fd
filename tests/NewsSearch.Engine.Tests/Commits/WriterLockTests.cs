using System.Diagnostics;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

public sealed class WriterLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileIndexDirectory _directory;

    public WriterLockTests() => _directory = new FileIndexDirectory(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_second_taker_in_one_process_is_told_who_holds_the_lock()
    {
        using var held = WriterLock.Take(_directory, "newssearch rebuild", new Clock());

        var error = Assert.Throws<IndexLockedException>(() => WriterLock.Take(_directory, "newssearch add"));

        Assert.Equal($"newssearch rebuild, process {Environment.ProcessId}, since 2024-02-20T05:05:00Z", error.Holder);
        Assert.Equal($"{_directory.Path} is locked by {error.Holder}", error.Message);
    }

    [Fact]
    public void The_lock_can_be_taken_again_after_it_was_given_back_and_names_the_new_holder()
    {
        WriterLock.Take(_directory, "a holder with many words").Dispose();

        using var held = WriterLock.Take(_directory, "b");

        Assert.StartsWith("b, process ", Assert.Throws<IndexLockedException>(() => WriterLock.Take(_directory, "c")).Holder, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Another_process_cannot_take_a_held_lock_but_can_read_who_holds_it()
    {
        using (WriterLock.Take(_directory, "newssearch rebuild"))
        {
            Assert.NotEqual(0, Bash("flock --nonblock lock true", out _));
            Assert.Equal(0, Bash("cat lock", out var words));
            Assert.StartsWith("newssearch rebuild, process ", words, StringComparison.Ordinal);
        }

        Assert.Equal(0, Bash("flock --nonblock lock true", out _));
    }

    [UnixFact]
    public void A_lock_held_by_another_process_is_refused_and_dies_with_it()
    {
        using var other = Start("exec 9>lock; flock 9; printf 'somebody else' >&9; echo held; read -r end");
        Assert.Equal("held", other.StandardOutput.ReadLine());
        Assert.Equal("somebody else", Assert.Throws<IndexLockedException>(() => WriterLock.Take(_directory, "me")).Holder);

        other.Kill();
        other.WaitForExit();

        WriterLock.Take(_directory, "me").Dispose();
    }

    private int Bash(string command, out string output)
    {
        using var process = Start(command);
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private Process Start(string command) => Process.Start(new ProcessStartInfo("bash", ["-c", command])
    {
        WorkingDirectory = _folder.Path,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 2, 20, 5, 5, 0, TimeSpan.Zero);
    }

    /// <summary>A test that needs bash and flock(1).</summary>
    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute() => Skip = File.Exists("/usr/bin/flock") || File.Exists("/bin/flock") ? null : "flock(1) is not there";
    }
}
