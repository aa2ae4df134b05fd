using Microsoft.AspNetCore.Http;
using NewsSearch.Archive;

namespace NewsSearch.Web.Exports;

/// <summary>Pieces of a file, made one by one -> the body of an answer; holds some kilobytes however long it gets.</summary>
/// <remarks>
/// What fails before the first piece gets the usual answer. What fails later breaks the connection off, so that nobody takes a part
/// for the whole. A client that leaves ends the work, and what the pieces are read from is let go.
/// </remarks>
internal static class PieceStream
{
    private const int BytesBuffered = 32 * 1024;

    /// <param name="http">The request; its answer's headers are set, but nothing is written.</param>
    /// <param name="door">The archive.</param>
    /// <param name="read">What is read from it; a piece is good until the next one is asked for.</param>
    public static async Task Send(HttpContext http, ArchiveDoor door, Func<IArticleArchive, IEnumerable<ReadOnlyMemory<byte>>> read)
    {
        if (HttpMethods.IsHead(http.Request.Method)) return;
        try
        {
            using var pieces = door.Read(archive => Begun(read(archive)));
            var body = http.Response.BodyWriter;
            var waiting = 0;
            do
            {
                var piece = pieces.Current;
                piece.Span.CopyTo(body.GetSpan(piece.Length));
                body.Advance(piece.Length);
                waiting += piece.Length;
                if (waiting < BytesBuffered) continue;
                waiting = 0;
                if ((await body.FlushAsync(http.RequestAborted).ConfigureAwait(false)).IsCompleted) return;
            }
            while (pieces.MoveNext());
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
    }

    private static IEnumerator<ReadOnlyMemory<byte>> Begun(IEnumerable<ReadOnlyMemory<byte>> all)
    {
        var pieces = all.GetEnumerator();
        try
        {
            pieces.MoveNext();
            return pieces;
        }
        catch
        {
            pieces.Dispose();
            throw;
        }
    }
}
