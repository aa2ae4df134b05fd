using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsSearch.Bench.Ingesting;

/// <summary>A number -> an article that nobody wrote, the same in every run, as an export has it or as a saved page.</summary>
/// <remarks>One in fifty comes again under an address with a tracking parameter; most end with a notice of their outlet's.</remarks>
internal sealed class MadeUpArticle
{
    private const int Outlets = 300, Authors = 20_000, FirstYear = 2000, Days = 24 * 365, AgainIn = 50;

    private static readonly string[] Sections = ["World", "Politics", "Business", "Sport", "Culture", "Science", "Opinion", "Local"];

    private readonly string _url, _title, _outlet, _author, _section;
    private readonly DateOnly _day;
    private readonly List<string> _paragraphs = [];

    public MadeUpArticle(int number)
    {
        var isAgain = number % AgainIn == AgainIn - 1;
        if (isAgain) number -= AgainIn / 2;
        var words = new MadeUpWords(number);
        var text = new StringBuilder();
        var outlet = words.Rank(Outlets);
        _outlet = "The " + MadeUpWords.Capital(MadeUpWords.Spelled(5000 + (7 * outlet))) + " Herald";
        _author = new MadeUpWords(words.Rank(Authors)).Person();
        _section = Sections[words.Below(Sections.Length)];
        _day = new DateOnly(FirstYear, 1, 1).AddDays(words.Below(Days));
        var people = Enumerable.Range(0, 1 + words.Below(6)).Select(_ => words.Person()).ToList();
        words.Sentence(text, 5 + words.Below(8), people);
        _title = text.ToString();
        var paragraphs = 3 + words.Below(12);
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
        {
            text.Clear();
            words.Paragraph(text, 1 + words.Below(4), people);
            _paragraphs.Add(text.ToString());
        }
        if (words.In(60)) _paragraphs.Add($"Reporting for {_outlet}. Sign up to the morning newsletter of {_outlet} and read the stories that matter.");
        _url = string.Create(CultureInfo.InvariantCulture, $"https://www.herald{outlet}.example/{_section.ToLowerInvariant()}/{_day:yyyy/MM/dd}/{number}") + (isAgain ? "?utm_source=feed" : "");
    }

    /// <summary>A line of JSON Lines, with its line feed.</summary>
    public byte[] ToJson() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["url"] = _url,
        ["title"] = _title,
        ["body"] = string.Join("\n\n", _paragraphs),
        ["date"] = _day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["outlet"] = _outlet,
        ["authors"] = new JsonArray(_author),
        ["section"] = _section,
    }.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");

    /// <summary>A record of a WARC file: the answer of a server with the article as a page, among the things that pages have.</summary>
    public byte[] ToWarcRecord()
    {
        var page = Page();
        var answer = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}";
        var header = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {_url}\r\nWARC-Date: 2024-06-01T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(answer)}\r\n\r\n");
        return Encoding.UTF8.GetBytes(header + answer + "\r\n\r\n");
    }

    private string Page()
    {
        var day = _day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = new StringBuilder($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{_title} | {_outlet}</title><meta property="og:site_name" content="{_outlet}">
            <meta property="article:published_time" content="{day}T09:00:00Z"><meta name="author" content="{_author}"><link rel="canonical" href="{_url}">
            <style>{Repeated(40, number => $".box-{number}{{margin:{number}px;padding:0}}")}</style><script>{Repeated(60, number => $"window.ad{number}=function(slot){{return slot+{number}}};")}</script></head><body>
            <header><nav><ul>{Repeated(30, number => $"<li><a href=\"/topic/{number}\">{MadeUpWords.Capital(MadeUpWords.Spelled(900 + number))}</a></li>")}</ul></nav></header><main><article><h1>{_title}</h1>
            <p class="byline">By <a rel="author" href="/by">{_author}</a></p><time datetime="{day}">{day}</time>

            """);
        foreach (var paragraph in _paragraphs) page.Append("<p>").Append(paragraph).Append("</p>\n");
        page.Append($"</article><aside class=\"related\"><h2>More</h2><ul>{Repeated(20, number => $"<li><a href=\"/story/{number}\">{MadeUpWords.Capital(MadeUpWords.Spelled(2000 + number))} and {MadeUpWords.Spelled(3000 + number)}</a></li>")}</ul></aside></main>");
        return page.Append($"<footer><p>© {_outlet}. All rights reserved.</p></footer></body></html>").ToString();
    }

    private static string Repeated(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
