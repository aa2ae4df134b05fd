namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>Somebody, or nobody, who may have said a marked stretch; or that it is no quotation.</summary>
/// <param name="speaker">Null where nobody is told and for what is no quotation.</param>
internal sealed class Candidate(Speaker? speaker)
{
    public Speaker? Speaker => speaker;

    public bool IsNoQuotation { get; init; }

    /// <summary>What speaks for it, a bit each.</summary>
    public UInt128 Cues { get; private set; }

    public void Add(Cue cue) => Cues |= UInt128.One << (int)cue;

    public bool Has(Cue cue) => (Cues >> (int)cue & 1) == 1;
}
