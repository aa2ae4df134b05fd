namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>What a file is in a newspaper issue.</summary>
internal enum IssuePart
{
    /// <summary>It is of no issue.</summary>
    None,

    /// <summary>The METS file: it tells the articles and refers to the pages.</summary>
    Contents,

    /// <summary>An ALTO page.</summary>
    Page,
}

/// <summary>Where the files of newspaper issues lie: pages are found by the names that METS gives them, and by no others.</summary>
internal interface IIssueFiles
{
    /// <summary>The page that a METS file refers to; null where the name leads out of the folder of the METS file, or there is none.</summary>
    (Stream Content, string Path)? Open(SourceFile mets, string reference);

    /// <summary>Whether a METS file refers to the page.</summary>
    bool HasIssueOf(SourceFile page);
}
