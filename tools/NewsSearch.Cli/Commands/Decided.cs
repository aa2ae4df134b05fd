using System.Globalization;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Commands;

/// <summary>The curation folder -> what people decided; lines that make no sense are rejections among the others.</summary>
internal static class Decided
{
    public static Decisions Read(CurationFolder folder, Action<Rejection> reject) => Decisions.Load(folder, TimeProvider.System, problem =>
        reject(new Rejection(problem.File, string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}"), problem.Reason)));
}
