namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>Where on a page a date is seen, the likeliest place of the publication's first.</summary>
internal enum DatePlace
{
    UnderHeadline,
    TextBeginning,
    AboveHeadline,
    UnderText,
    InText,
}

/// <summary>A date that readers of a page see.</summary>
/// <param name="Text">ISO 8601, as <see cref="Archive.PublicationDate"/> takes it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsUpdate">Whether the words beside it, or the names of its elements, tell of a change.</param>
/// <param name="IsElement">Whether an element for dates states it.</param>
/// <param name="IsNamed">Whether the words beside it call it that of publication.</param>
internal sealed record SeenDate(string Text, DatePlace Place, bool IsUpdate, bool IsElement, bool IsNamed = false)
{
    public const string ElementMark = "time element, ";

    /// <summary>In or under a text, with nothing to tell what it is the date of.</summary>
    public bool IsBare => Place >= DatePlace.UnderText && !IsNamed && !IsUpdate;

    /// <summary>Beside the headline, where a byline stands.</summary>
    public bool IsNear => !IsUpdate && Place <= DatePlace.AboveHeadline;

    public string Rule => (IsElement ? ElementMark : "") + (IsUpdate ? "update, " : "") + Place switch
    {
        DatePlace.UnderHeadline => "date under the headline",
        DatePlace.TextBeginning => "date at the text's beginning",
        DatePlace.AboveHeadline => "date above the headline",
        DatePlace.UnderText => "date under the text",
        _ => "date in the text",
    };
}
