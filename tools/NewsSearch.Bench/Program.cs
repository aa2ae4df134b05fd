using NewsSearch.Bench.Peer;

const string Usage = """
    newssearch-bench peer index DOCS.jsonl DIR [THREADS]
    newssearch-bench peer query DIR QUERIES.tsv OUT [SECONDS]
    newssearch-bench peer check OUT.counts.tsv EXPECTED.tsv[.gz]
    """;

switch (args)
{
    case ["peer", "index", var docs, var directory, ..]:
        PeerIndex.Build(docs, directory);
        return 0;
    case ["peer", "query", var directory, var queries, var output, .. var rest]:
        PeerQueries.Run(directory, queries, output, rest is [var seconds, ..] ? double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 1.5);
        return 0;
    case ["peer", "check", var counts, var expected]:
        return PeerCheck.Compare(counts, expected);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
