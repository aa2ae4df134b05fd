using System.Globalization;
using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>NITF 2 and 3 -> one article a document, one after the other.</summary>
internal static class NitfReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        long number = 0;
        foreach (var element in XmlRecords.Read(content, file, options, reject))
        {
            var place = number++ == 0 ? "" : "record " + number.ToString(CultureInfo.InvariantCulture);
            if (element.Name.LocalName == "nitf") yield return new SourceArticle(Article(element), file, place);
        }
    }

    public static Article Article(XElement nitf)
    {
        var (published, publishedBy) = MachineDate.First(Dates(nitf));
        var holder = nitf.ValueAt("head/docdata/doc.copyright", "holder");
        if (holder?.IndexOf(". All rights", StringComparison.OrdinalIgnoreCase) is { } end and > 0) holder = holder[..end];
        var distributor = nitf.LineAt("body/body.head/distributor");
        var sender = nitf.ValueAt("head/docdata/del-list/from-src", "src-name");
        var (outlet, outletFrom) = WireText.First(
            (nitf.ValueAt("head/pubdata", "name"), "pubdata"), (holder, "copyright-holder"), (distributor, "distributor"), (sender, "from-src"),
            (nitf.ValueAt("head/docdata/doc-id", "regsrc"), "regsrc"), (nitf.LineAt("body/body.head/rights/rights.owner"), "rights-owner"));
        var link = nitf.ValueAt("head/pubdata", "ex-ref");
        return WireText.Tidied(new Article
        {
            Id = nitf.ValueAt("head/docdata/doc-id", "id-string") ?? "",
            Url = link is not null && link.StartsWith("http", StringComparison.Ordinal) ? link : null,
            Title = nitf.LineAt("body/body.head/hedline/hl1") ?? nitf.LineAt("body/body.head/hedline") ?? nitf.LineAt("head/title"),
            Lead = nitf.At("body/body.head/abstract").Select(text => Text(text)).FirstOrDefault(text => text.Length > 0),
            Body = string.Join("\n\n", nitf.At("body/body.content").Select(text => Text(text)).Where(text => text.Length > 0)),
            Published = published,
            PublishedBy = publishedBy,
            Outlet = outlet,
            OutletFrom = outletFrom,
            Authors = Byline.Names(nitf.At("body/body.head/byline").SelectMany(Signed)),
            Section = Section(nitf),
            Language = nitf.Language() ?? nitf.ValueAt("", "baselang") ?? nitf.At("body").Select(XmlPath.Language).FirstOrDefault(),
            Agencies = WireText.AgenciesIn(distributor, holder, sender, nitf.ValueAt("head/docdata/doc-id", "regsrc")),
        });
    }

    /// <summary>Text of a part of the body, captions marked as such; what else is said of pictures and films, and notes to editors, are none of it.</summary>
    private static string Text(XElement part) =>
        part.HasElements ? Markup.Paragraphs(part, "media-reference", "media-metadata", "media-object", "media-producer", "note", "body.end") : Markup.Paragraphs(part.Value);

    private static IEnumerable<(string? Text, string Rule)> Dates(XElement nitf) =>
    [
        (nitf.ValueAt("head/docdata/date.issue", "norm"), "date.issue"),
        (nitf.ValueAt("head/docdata/date.release", "norm"), "date.release"),
        (nitf.ValueAt("head/pubdata", "date.publication") ?? nitf.ValueAt("head/docdata/pubdata", "date.publication"), "pubdata"),
        (nitf.ValueAt("body/body.head/dateline/story.date", "norm"), "story.date"),
    ];

    /// <summary>Names marked as such, or else the byline without titles.</summary>
    private static IEnumerable<string?> Signed(XElement byline)
    {
        var people = byline.Below("person").Select(Markup.Line).ToList();
        return people.Count > 0 ? people : [Markup.Line(string.Concat(byline.Nodes().Where(node => node is not XElement { Name.LocalName: "byttl" }).Select(TextOf)))];
    }

    private static string TextOf(XNode node) => node switch
    {
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    };

    private static string? Section(XElement nitf)
    {
        var subjects = nitf.At("head/tobject/tobject.subject").ToList();
        return nitf.ValueAt("head/pubdata", "position.section")
            ?? subjects.Select(subject => subject.ValueAt("", "tobject.subject.type")).FirstOrDefault(type => type is not null)
            ?? subjects.Select(subject => SubjectCode.Section(subject.ValueAt("", "tobject.subject.refnum"))).FirstOrDefault(section => section is not null)
            ?? nitf.ValueAt("head/docdata/doc-scope", "scope");
    }
}
