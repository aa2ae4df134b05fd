using System.Globalization;
using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>NewsML-G2 -> one article a news item, alone or in a message; streams items. Items whose content lies elsewhere and packages of references are rejected.</summary>
internal static class NewsMlG2Reader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        long number = 0;
        var found = 0;
        Rejection? package = null;
        foreach (var item in XmlRecords.Read(content, file, options, reject, "newsMessage", "itemSet"))
        {
            var kind = item.Name.LocalName;
            if (!kind.EndsWith("Item", StringComparison.Ordinal)) continue;
            var place = "record " + (++number).ToString(CultureInfo.InvariantCulture);
            if (kind == "packageItem")
            {
                package ??= new Rejection(file.Path, place, $"It is a package of {item.Below("itemRef").Count().ToString(CultureInfo.InvariantCulture)} references to other items, without a text of its own.");
                continue;
            }
            found++;
            var article = kind == "newsItem" ? Article(item) : null;
            if (article is { Body.Length: > 0 }) yield return new SourceArticle(article, file, place);
            else reject(new Rejection(file.Path, place, article is null ? $"It is a {kind}, not a news item." : Missing(item)));
        }
        if (package is null) yield break;
        if (found == 0) reject(package);
        else options.Counts.Skip("NewsML-G2 package");
    }

    private static string Missing(XElement item)
    {
        var what = Local(item.ValueAt("itemMeta/itemClass", "qcode")) ?? "news";
        var remote = item.At("contentSet/remoteContent").Select(content => content.ValueAt("", "href") ?? content.ValueAt("", "residref")).FirstOrDefault(href => href is not null);
        return remote is null ? $"There is no text in this {what} item." : $"The content of this {what} item is not in the file; it refers to {remote}.";
    }

    private static Article Article(XElement item)
    {
        var inline = Inline(item);
        var (published, publishedBy) = MachineDate.First(
            (item.LineAt("itemMeta/firstCreated"), "firstCreated"), (item.LineAt("contentMeta/contentCreated"), "contentCreated"), (item.LineAt("itemMeta/versionCreated"), "versionCreated"),
            (inline.Published?.Text, inline.PublishedBy ?? ""));
        var (outlet, outletFrom) = WireText.First(
            (Party(item, "itemMeta/provider"), "provider"), (Party(item, "contentMeta/infoSource"), "infoSource"), (Party(item, "rightsInfo/copyrightHolder"), "copyright-holder"),
            (inline.Outlet, inline.OutletFrom ?? ""));
        var authors = Byline.Names(item.At("contentMeta/by").Select(Markup.Line));
        if (authors.Count == 0) authors = Byline.Names(item.At("contentMeta/creator/name").Concat(item.At("contentMeta/contributor/name")).Select(Markup.Line));
        return WireText.Tidied(inline with
        {
            Id = item.ValueAt("", "guid") ?? inline.Id,
            Title = item.At("contentMeta/headline").Where(headline => headline.ValueAt("", "role")?.Contains("sub", StringComparison.OrdinalIgnoreCase) != true)
                .Select(Markup.Line).FirstOrDefault(line => line is not null) ?? item.LineAt("itemMeta/title") ?? inline.Title,
            Lead = item.At("contentMeta/description").Where(text => text.ValueAt("", "role")?.Contains("caption", StringComparison.OrdinalIgnoreCase) != true)
                .Select(text => Markup.Paragraphs(text.Value)).FirstOrDefault(text => text.Length > 0) ?? inline.Lead,
            Published = published,
            PublishedBy = publishedBy,
            Outlet = outlet,
            OutletFrom = outletFrom,
            Authors = authors.Count > 0 ? authors : inline.Authors,
            Section = Section(item) ?? inline.Section,
            Language = item.ValueAt("contentMeta/language", "tag") ?? item.Language() ?? inline.Language,
            Agencies = WireText.AgenciesIn([Party(item, "itemMeta/provider"), Party(item, "contentMeta/infoSource"), item.LineAt("contentMeta/creditline"), .. inline.Agencies]),
        });
    }

    /// <summary>What the inline content gives: the first that has a text.</summary>
    private static Article Inline(XElement item)
    {
        foreach (var content in item.At("contentSet/inlineXML").Concat(item.At("contentSet/inlineData")))
        {
            var article = InlineContent.Article(content);
            if (article.Body.Length > 0) return article;
        }
        return new Article { Id = "" };
    }

    /// <summary>A party's name, or its literal, or the last part of its code.</summary>
    private static string? Party(XElement item, string path) =>
        item.LineAt(path + "/name") ?? item.ValueAt(path, "literal") ?? Local(item.ValueAt(path, "qcode"));

    private static string? Local(string? qcode) => qcode?[(qcode.LastIndexOf(':') + 1)..];

    private static string? Section(XElement item)
    {
        var subjects = item.At("contentMeta/subject").Where(subject => subject.ValueAt("", "type") is not { } type || !IsNameOfSomething(type)).ToList();
        return subjects.Select(subject => subject.LineAt("name")).FirstOrDefault(name => name is { Length: > 1 })
            ?? subjects.Select(subject => SubjectCode.Section(subject.ValueAt("", "qcode"))).FirstOrDefault(section => section is not null);
    }

    /// <summary>Whether a subject is a person, organisation, place, event or keyword, not a topic.</summary>
    private static bool IsNameOfSomething(string type) =>
        type.StartsWith("cpnat:", StringComparison.OrdinalIgnoreCase) ? !type.EndsWith("abstract", StringComparison.OrdinalIgnoreCase) : type.StartsWith("cptype:", StringComparison.OrdinalIgnoreCase);
}
