using System.Globalization;
using System.Text;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Tests.Golden;

namespace NewsSearch.Engine.Tests.Queries;

public sealed class QueryGoldenTests
{
    private static readonly string[] Cases =
    [
        // Words, lists, precedence.
        "", "   ", "limousine", "luxury goods", "Mother-in-law's U.S. gift", "a OR b c OR d", "a AND b OR c AND d", "a OR b AND c",
        "NOT a b", "NOT (a b)", "a NOT b OR c", "putin -zakharova", "+putin kim -zakharova", "-a -b", "NOT a", "--a", "NOT NOT a",
        "- a", "a - b", "a-b +c", "-(a OR b)", "+(a b) c", "-+a", "(a (b (c d)))", "(a OR (b OR c)) OR d", "and or not", "a && b || !c",
        // Phrases.
        "\"luxury goods\"", "“luxury goods”", "„Frohe Botschaft“", "« biens de luxe »", "\"limousines\"", "\"a b\"~5", "\"a b\"~0", "\"a b\"~",
        "\"a b\"~99999999999", "\"a b\" c\"d e\"", "\"lux* g??ds limosine~ kim~2\"", "\"-a OR (b) title:c\"", "-\"a b\"", "\"Is it gone?\"",
        // Patterns and misspellings.
        "lux*", "*ousine", "l?mousine", "lux*,", "(lux*)", "what?", "Will he go?", "t?e?", "limosine~", "kim~", "kim~1", "kim~2", "kim~3", "kim~0",
        "kim~0.8", "~kim", "ki~m", "lux*~1", "U.S.*", "*", "**", "?", "a *", "a OR *", "-*", ".*", "\"*\"", "\"a * b\"", "http://x.org/a?b=c*",
        // Fields.
        "title:limousine", "TITLE:limousine", "title:\"Aurus Senat\"", "title:(a OR b) c", "-outlet:Reuters", "outlet:-Reuters", "title:(a -b)",
        "outlet:\"The New York Times\" OR outlet:AP", "lang:en", "http://x.org 12:30 note:that", "title: gift", "title:", "title:)", "title:(said:a OR b)",
        "said:title:a", "title:*", "said:\"at noon\"~3",
        "outlet:(none)", "lang:(NONE) -outlet:(none)", "outlet:(Reuters OR (none))", "date:(none)", "date:(2024 OR (none))", "title:(none)", "(none)",
        "outlet:( none )", "outlet:(none", "outlet:\"York New\"~3", "lang:e*", "lang:en~ a",
        // Full-width signs, and quotes of other scripts.
        "（a　OR　b）　－c", "ｔｉｔｌｅ：ｌｕｘ＊", "＂a b＂～5", "date：２０２４－０２", "金正恩？", "什么？为什么", "「北京 上海」 『a b』", "北京（中国）",
        // Right to left, marks, emoji.
        "שלום AND (עולם OR title:\"مرحبا بالعالم\") -سلام*", "\u202Eabc\u202C OR \u2066x\u2069", "a\u0301\u0301\u0301 b\u0302*", "\u0301\u0302", "😀 gift", "👩‍👩‍👧", "title:😀", "-😀", "\"😀 …\"",
        // Periods.
        "date:2024", "date:2024-02", "date:2024-02-20", "date:2024-02-01..2024-02-20", "date:2024-02..", "date:..2024", "date:..",
        "date:2024-13", "date:2023-02-29", "date:yesterday", "date:2024-03..2024-01", "date:2024-02..2024", "date:(2023 OR 2024-01)", "date:\"2024-02\"",
        "-date:2024 gift", "date:20.02.2024 gift",
        // What is not closed, or joins nothing.
        "\"a b", "a \"", "\"\"", "(a b", "a) b", "((a)", "()", "a () b", "a AND", "AND a", "a AND OR b", "a OR AND b", "a NOT", "NOT", "OR", "a AND -", "title:(",
        "-() a", "title:AND b", "a\u0000b\tc", "\uFEFFa\u200E -b", "\uD83D a \uDE00*",
    ];

    [Fact]
    public void Queries_are_read_as_the_golden_file_says()
    {
        var output = new StringBuilder();
        foreach (var query in Cases)
        {
            var all = QueryParser.Parse(query, QueryTrees.Syntax);
            var any = QueryParser.Parse(query, QueryTrees.Syntax, matchAny: true);
            output.Append(CultureInfo.InvariantCulture, $"query  {Visible(query)}\nreads  {Visible(QueryPrinter.Print(all.Root))}\n");
            output.Append(CultureInfo.InvariantCulture, $"tree   {Visible(QueryTrees.Shape(all.Root))}\n");
            if (QueryTrees.Shape(any.Root) != QueryTrees.Shape(all.Root))
                output.Append(CultureInfo.InvariantCulture, $"any    {Visible(QueryPrinter.Print(any.Root))}\n");
            foreach (var note in all.Notes)
                output.Append(CultureInfo.InvariantCulture, $"note   {note.Start}-{note.End} {Visible(note.Text)}\n");
            output.Append('\n');
        }
        GoldenFile.Check("queries.txt", output.ToString());
    }

    private static string Visible(string text) => string.Concat(text.Select(c =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\uFEFF' or '\u200E' ? $"<{(int)c:X4}>" : c.ToString()));
}
