namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>Places on pages -> the text there. A page's file is opened when it is first asked for; one that cannot be opened is rejected once.</summary>
internal sealed class IssuePages(MetsIssue issue, SourceFile file, ReadOptions options, Action<Rejection> reject)
{
    private readonly Dictionary<string, AltoPage?> _pages = new(StringComparer.Ordinal);

    /// <summary>Whether a page could not be opened: its articles are rejected with it.</summary>
    public bool HasMissing { get; private set; }

    /// <summary>Paragraphs at places: places that METS tells as one paragraph are one, else every block is.</summary>
    public IEnumerable<string> Paragraphs(IReadOnlyList<MetsArea> areas)
    {
        var blocks = Blocks(areas).ToList();
        var texts = areas.Count > 1 && areas.All(area => area.Begin is not null) ? [AltoBlock.TextOf(blocks.SelectMany(block => block.Words))] : blocks.Select(block => block.Text);
        return texts.Where(text => text.Length > 0);
    }

    /// <summary>Mean confidence of the words at places; null where none tells one.</summary>
    public double? Confidence(IEnumerable<IReadOnlyList<MetsArea>> paragraphs) => AltoBlock.Confidence(paragraphs.SelectMany(Blocks).SelectMany(block => block.Words));

    private IEnumerable<AltoBlock> Blocks(IReadOnlyList<MetsArea> areas) => areas.SelectMany(area => Page(area.File)?.Find(area.Begin) ?? []);

    private AltoPage? Page(string id)
    {
        if (_pages.TryGetValue(id, out var known)) return known;
        return _pages[id] = Open(id);
    }

    private AltoPage? Open(string id)
    {
        var reference = issue.File(id);
        try
        {
            if (reference is not null && options.Issues.Open(file, reference) is var (content, path))
            {
                using (content) return AltoPage.Read(content, file with { Path = path }, options, reject);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Said below.
        }
        HasMissing = true;
        reject(new Rejection(file.Path, "", $"The page {reference ?? id} of this issue is not in its folder, or cannot be read there."));
        return null;
    }
}
