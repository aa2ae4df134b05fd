using System.Runtime.ExceptionServices;

namespace NewsSearch.Engine.Search;

/// <summary>Parts of one search that do not depend on each other -> done one after the other, or by several threads.</summary>
internal static class Workers
{
    /// <summary>Runs parts [0, partCount). What one of them throws is thrown as it is.</summary>
    public static void Run(int workers, int partCount, Action<int> part, CancellationToken cancellation)
    {
        if (workers == 1 || partCount < 2)
        {
            for (var i = 0; i < partCount; i++) part(i);
            return;
        }

        try
        {
            Parallel.For(0, partCount, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, part);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }
    }
}
