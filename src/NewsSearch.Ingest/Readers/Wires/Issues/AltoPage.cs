using System.Globalization;
using System.Text;
using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>A word as recognised.</summary>
/// <param name="Content">Its letters.</param>
/// <param name="Whole">The whole word, where this is a part of one that is hyphenated.</param>
/// <param name="Part">1 or 2 where it is such a part, else 0.</param>
/// <param name="EndsWithHyphen">Whether a hyphen follows that no whole word is told for.</param>
/// <param name="Confidence">0 to 1; null where it is not told.</param>
internal sealed record AltoWord(string Content, string? Whole, int Part, bool EndsWithHyphen, double? Confidence);

/// <summary>A block of text: its id and those of what it stands in, and its words.</summary>
internal sealed record AltoBlock(IReadOnlyList<string> Ids, IReadOnlyList<AltoWord> Words)
{
    public string Text => TextOf(Words);

    /// <summary>Words as running text; both parts of a hyphenated word become the whole one.</summary>
    public static string TextOf(IEnumerable<AltoWord> words)
    {
        var text = new StringBuilder();
        AltoWord? before = null;
        foreach (var word in words)
        {
            var isSecondPart = word.Part == 2 && before is { Part: 1 } && before.Whole == word.Whole;
            if (!isSecondPart)
            {
                if (text.Length > 0 && before is not { EndsWithHyphen: true }) text.Append(' ');
                text.Append(word.Part == 1 ? word.Whole : word.Content);
            }
            before = word;
        }
        return text.ToString();
    }

    /// <summary>Mean confidence of words, in thousandths; null where none tells one.</summary>
    public static double? Confidence(IEnumerable<AltoWord> words) => words.Average(word => word.Confidence) is { } mean ? Math.Round(mean, 3) : null;
}

/// <summary>ALTO 1 to 4: a page as recognised -> its blocks of text in order.</summary>
internal sealed class AltoPage
{
    private AltoPage(List<AltoBlock> blocks) => Blocks = blocks;

    public IReadOnlyList<AltoBlock> Blocks { get; }

    public static AltoPage Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var blocks = new List<AltoBlock>();
        foreach (var element in XmlRecords.Read(content, file, options, reject, "alto", "Layout"))
        {
            if (element.Name.LocalName == "Page") blocks.AddRange(element.Below("TextBlock").Select(Block));
        }
        return new AltoPage(blocks);
    }

    /// <summary>The block of an id, or those that stand in the composed block or page of that id; all where the id is null.</summary>
    public IEnumerable<AltoBlock> Find(string? id) => id is null ? Blocks : Blocks.Where(block => block.Ids.Contains(id));

    private static AltoBlock Block(XElement block)
    {
        var ids = block.AncestorsAndSelf().Select(element => element.Attribute("ID")?.Value).OfType<string>().Take(8).ToList();
        var words = new List<AltoWord>();
        foreach (var line in block.Elements().Where(element => element.Name.LocalName == "TextLine"))
        {
            foreach (var element in line.Elements())
            {
                if (element.Name.LocalName == "String" && Word(element) is { } word) words.Add(word);
                else if (element.Name.LocalName == "HYP" && words.Count > 0 && words[^1].Part == 0) words[^1] = words[^1] with { EndsWithHyphen = true };
            }
        }
        return new AltoBlock(ids, words);
    }

    private static AltoWord? Word(XElement word)
    {
        if (Markup.Line(word.Attribute("CONTENT")?.Value) is not { } content) return null;
        var whole = Markup.Line(word.Attribute("SUBS_CONTENT")?.Value);
        var part = whole is null ? 0 : word.Attribute("SUBS_TYPE")?.Value switch
        {
            "HypPart1" => 1,
            "HypPart2" => 2,
            _ => 0,
        };
        var isTold = double.TryParse(word.Attribute("WC")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && confidence is >= 0 and <= 1;
        return new AltoWord(content, whole, part, false, isTold ? confidence : null);
    }
}
