namespace NewsSearch.Archive.Reading;

/// <summary>How firmly the words of a part hold together: which larger part it may stand in without parentheses.</summary>
internal enum Hold
{
    /// <summary>Anywhere.</summary>
    Whole,

    /// <summary>In a list of what must all be there; not beside "or", not behind "not".</summary>
    Group,

    /// <summary>Nowhere: several parts with commas between, all of them asked for.</summary>
    All,

    /// <summary>Nowhere: several parts with "or" between.</summary>
    Any,
}

/// <summary>A part of a reading in words.</summary>
internal readonly record struct Part(string Text, Hold Hold)
{
    /// <summary>As it stands in a list with commas.</summary>
    public string InList => Hold is Hold.Whole or Hold.Group ? Text : $"({Text})";

    /// <summary>As it stands beside "or" and behind "not".</summary>
    public string Firm => Hold == Hold.Whole ? Text : $"({Text})";

    public static Part Whole(string text) => new(text, Hold.Whole);

    public static Part Group(string text) => new(text, Hold.Group);
}
