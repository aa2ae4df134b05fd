using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>A place on a page.</summary>
/// <param name="File">METS's id of the page's file.</param>
/// <param name="Begin">ALTO's id of the block; null for the whole page.</param>
internal readonly record struct MetsArea(string File, string? Begin);

/// <summary>An article, or a page, as METS tells it: what describes it, and where its parts stand, by paragraphs.</summary>
internal sealed record MetsArticle(string Id, string? Label, string? Section, Mods Description)
{
    public List<IReadOnlyList<MetsArea>> Heading { get; } = [];

    public List<IReadOnlyList<MetsArea>> Lead { get; } = [];

    public List<IReadOnlyList<MetsArea>> Author { get; } = [];

    public List<IReadOnlyList<MetsArea>> Body { get; } = [];
}

/// <summary>The METS file of a newspaper issue: descriptions, files, and the tree of its parts.</summary>
internal sealed partial class MetsIssue
{
    /// <summary>Issue, content, section, article, body, paragraph, text: real trees are not half as deep.</summary>
    private const int MaxDepth = 30;

    private readonly Dictionary<string, Mods> _descriptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<XElement> _structures = [];
    private string? _label;

    private MetsIssue()
    {
    }

    public Mods Description { get; private set; } = new(null);

    public string? Outlet { get; private set; }

    public string? OutletFrom { get; private set; }

    public int AdvertisementCount { get; private set; }

    public static MetsIssue Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var issue = new MetsIssue();
        foreach (var section in XmlRecords.Read(content, file, options, reject, "mets")) issue.Take(section);
        issue.Describe();
        return issue;
    }

    /// <summary>Where the file of an id lies, by METS's own word; null where it is unknown.</summary>
    public string? File(string id) => _files.GetValueOrDefault(id);

    public IEnumerable<MetsArticle> Articles()
    {
        var articles = new List<MetsArticle>();
        foreach (var structure in _structures) Enter(structure, null, null, MetsRole.Body, articles, 0);
        return articles;
    }

    /// <summary>The pages of the physical structure, each with all text of its files.</summary>
    public IEnumerable<MetsArticle> Pages() =>
        from structure in _structures
        from page in structure.Below("div")
        where MetsRoles.Type(page) == "PAGE"
        let files = page.At("fptr").Select(pointer => pointer.ValueAt("", "FILEID") ?? pointer.ValueAt("area", "FILEID")).OfType<string>()
        let texts = files.Where(id => _files.GetValueOrDefault(id)?.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) == true).Distinct().ToList()
        where texts.Count > 0
        select new MetsArticle(page.ValueAt("", "ID") ?? texts[0], null, null, new Mods(null)) { Body = { texts.ConvertAll(id => new MetsArea(id, null)) } };

    private void Take(XElement section)
    {
        switch (section.Name.LocalName)
        {
            case "mets": _label = section.ValueAt("", "LABEL"); break;
            case "dmdSec" when section.ValueAt("", "ID") is { } id: _descriptions[id] = Mods.In(section); break;
            case "structMap": _structures.Add(section); break;
            case "fileSec":
                foreach (var file in section.Below("file"))
                {
                    var reference = file.At("FLocat").Select(location => location.Attribute(XName.Get("href", XmlNames.Namespace("xlink")!))?.Value).FirstOrDefault(href => href is not null);
                    if (file.ValueAt("", "ID") is { } fileId && reference is not null) _files[fileId] = reference;
                }
                break;
        }
    }

    /// <summary>The issue's description is that of the outermost part, else the first that has a date.</summary>
    private void Describe()
    {
        var outermost = _structures.SelectMany(structure => structure.Elements()).Select(DescriptionOf).FirstOrDefault(mods => mods?.Date is not null);
        Description = outermost ?? _descriptions.Values.FirstOrDefault(mods => mods.Date is not null) ?? Description;
        var label = _label is null ? null : LabelDate().Replace(_label, "").Trim(' ', ',', '.', '-', '(');
        (Outlet, OutletFrom) = Newswire.WireText.First((Description.HostTitle, "mods-host"), (Description.Title, "mods-title"), (label, "mets-label"));
    }

    private Mods? DescriptionOf(XElement div) =>
        div.ValueAt("", "DMDID")?.Split(' ').Select(id => _descriptions.GetValueOrDefault(id)).FirstOrDefault(mods => mods is not null);

    private void Enter(XElement div, MetsArticle? article, string? section, MetsRole role, List<MetsArticle> articles, int depth)
    {
        if (depth > MaxDepth) return;
        var type = MetsRoles.Type(div);
        if (type == "ADVERTISEMENT")
        {
            AdvertisementCount++;
            return;
        }
        role = MetsRoles.Of(type) ?? role;
        if (role == MetsRole.None) return;
        if (MetsRoles.IsArticle(type))
        {
            article = new MetsArticle(div.ValueAt("", "ID") ?? "", div.ValueAt("", "LABEL"), section, DescriptionOf(div) ?? new Mods(null));
            articles.Add(article);
            role = MetsRole.Body;
        }
        if (type == "SECTION") section = div.ValueAt("", "LABEL") ?? DescriptionOf(div)?.Title ?? section;
        if (article is not null && type == "PARAGRAPH")
        {
            MetsRoles.List(article, role).Add([.. div.Below("area").Select(Area).OfType<MetsArea>()]);
            return;
        }
        foreach (var child in div.Elements())
        {
            if (child.Name.LocalName == "div") Enter(child, article, section, role, articles, depth + 1);
            else if (article is not null && child.Name.LocalName == "fptr") MetsRoles.List(article, role).AddRange(child.Below("area").Select(Area).OfType<MetsArea>().Select(area => (IReadOnlyList<MetsArea>)[area]));
        }
    }

    private static MetsArea? Area(XElement area) =>
        area.ValueAt("", "FILEID") is { } file && area.ValueAt("", "BETYPE") is "IDREF" or null ? new MetsArea(file, area.ValueAt("", "BEGIN")) : null;

    /// <summary>The number and day of an issue behind the paper's name.</summary>
    [GeneratedRegex(@"(?:,|\s)\s*(?:(?:no|nr|vol|issue)\.?\s*\d+.*|\(?\d{4}-\d\d(?:-\d\d)?.*|\(?\d{1,2}[./]\d{1,2}[./]\d{4}.*|\d{8}.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LabelDate();
}
