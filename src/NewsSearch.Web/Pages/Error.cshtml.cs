using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>What went wrong, in a sentence that says what to do; never a stack trace.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : SitePage
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public void OnGet(int code)
    {
        var problem = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as ArchiveException;
        Response.StatusCode = problem is not null ? StatusCodes.Status503ServiceUnavailable : code is >= 400 and < 500 || (code is >= 500 and < 600 && HasFailed()) ? code : StatusCodes.Status404NotFound;
        if (problem is not null) Response.Headers.RetryAfter = "5";
        (Heading, Sentence) = problem is not null ? (HeadingOf(problem.Problem), problem.Message) : Words(Response.StatusCode, FailedPath());
        Title = Heading + " – NewsSearch";
        State = SearchUrl.Read(Request.Query).State; // what was typed stays in the box
        MayBeListed = false;
    }

    /// <summary>Whether it stands for an answer that failed, and was not asked for by its own address.</summary>
    private bool HasFailed() => HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private string FailedPath() => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";

    private static (string Heading, string Sentence) Words(int code, string path) => code switch
    {
        StatusCodes.Status404NotFound when path.StartsWith("/article", StringComparison.Ordinal) =>
            ("No such article", "The archive has no article with this id. It may have been removed, or the address may be cut off."),
        StatusCodes.Status404NotFound when path.StartsWith("/entity", StringComparison.Ordinal) =>
            ("No such name", "No article of the archive has this name. It may be written otherwise, or shown under another name; the box above searches for its words."),
        StatusCodes.Status404NotFound => ("No such page", "There is nothing at this address. The archive can be searched with the box above."),
        < 500 => ("This address cannot be read", "Something in it is not as it should be. The archive can be searched with the box above."),
        _ => ("Something broke", "This is a fault of the site, not yours. Try again; if it stays, tell whoever runs this archive at which address it happens."),
    };

    private static string HeadingOf(ArchiveProblem problem) => problem switch
    {
        ArchiveProblem.Missing => "There is no index yet",
        ArchiveProblem.Locked => "The index is in use",
        ArchiveProblem.Damaged => "The index is damaged",
        _ => "The index must be rebuilt",
    };
}
