namespace NewsSearch.Bench.Relevance;

/// <summary>Something about finding the right article that a figure tells. A new one is a class here and a line in <see cref="Measures"/>.</summary>
internal interface IMeasure
{
    /// <summary>The word that <c>--set</c> knows it by.</summary>
    string Name { get; }

    /// <summary>Measures; gives the rows as they come.</summary>
    /// <param name="data">Where the sets are.</param>
    /// <param name="stopped">Ends it early.</param>
    IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped);
}
