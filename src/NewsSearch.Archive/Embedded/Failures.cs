using System.Text.Json;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Archive.Embedded;

/// <summary>Failures of the engine -> sentences that say what is wrong and what to do.</summary>
internal static class Failures
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public static void Explained(string path, Action action) => Explained(path, () =>
    {
        action();
        return true;
    });

    public static T Explained<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (FileNotFoundException missing)
        {
            throw new ArchiveException(ArchiveProblem.Missing, $"There is no index in {path}. Make one: newssearch rebuild SOURCE --index {path}", missing);
        }
        catch (IOException full) when (full.HResult is NoSpaceOnUnix or NoSpaceOnWindows)
        {
            throw new IOException($"The disk of {path} is full; nothing that was committed is lost. {full.Message}", full);
        }
        catch (IndexLockedException locked)
        {
            throw new ArchiveException(ArchiveProblem.Locked, $"{locked.Message}. Wait until it is done, then try again.", locked);
        }
        catch (IndexOutdatedException outdated)
        {
            throw new ArchiveException(ArchiveProblem.Outdated, $"{outdated.Message}. Make it anew: newssearch rebuild SOURCE --index {path}", outdated);
        }
        catch (Exception damage) when (damage is IndexFormatException or EndOfStreamException or JsonException)
        {
            throw new ArchiveException(
                ArchiveProblem.Damaged,
                $"The index is damaged: {damage.Message}. See what else is: newssearch verify --index {path}. Then make it anew: newssearch rebuild SOURCE --index {path}",
                damage);
        }
    }
}
