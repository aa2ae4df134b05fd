using System.Globalization;
using System.Text;
using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Tests.Golden;

namespace NewsSearch.Engine.Tests.Highlighting;

public sealed class HighlightGoldenTests
{
    private const string Gifts =
        "Luxury goods crossed the border. The president’s limousine, an Aurus Senat, was a gift; two more limousines followed. "
        + "“No luxury, no goods,” said Müller, the U.S. envoy. A well-known café owner in São Paulo owns a limosine too.";

    private static readonly (string Query, string Text)[] Cases =
    [
        ("limousine", Gifts), ("LIMOUSINES gifted", Gifts), ("\"limousines\"", Gifts), ("\"luxury goods\"", Gifts), ("“LUXURY GOODS”", Gifts),
        ("\"luxury goods\"~1", Gifts), ("\"goods luxury\"~0", Gifts), ("\"goods luxury\"~1", Gifts), ("luxury goods", Gifts),
        ("president", Gifts), ("president's", Gifts), ("\"the president limousine\"", Gifts), ("muller", Gifts), ("Muller's cafe", Gifts),
        ("\"sao paulo\"", Gifts), ("US", Gifts), ("U.S.", Gifts), ("\"US envoy\"", Gifts), ("well-known", Gifts), ("wellknown", Gifts), ("known well", Gifts),
        ("lux*", Gifts), ("l?mousine", Gifts), ("limosine~1", Gifts), ("\"aur* senat\"", Gifts), ("\"auris~1 senat\"", Gifts), ("well-k*", Gifts), ("*", Gifts),
        ("limousine -gift", Gifts), ("NOT limousine", Gifts), ("limousine AND NOT (gift OR luxury)", Gifts), ("gift OR nothing", Gifts),
        ("title:limousine gift", Gifts), ("body:limousine", Gifts), ("outlet:luxury lang:no date:2024 owner", Gifts),
        ("said:luxury", Gifts), ("said:\"luxury no\"", Gifts), ("said:\"goods said\"", Gifts), ("said:\"no goods\"~2", Gifts), ("said:limousine", Gifts),
        ("\"an aurus\" \"aurus senat\"", Gifts), ("senat \"aurus senat\"", Gifts), ("… & !!", Gifts),
        ("\"a b\" \"b c\"", "x a b c x a b x b c a"), ("\"a a\"", "a a a b a"), ("\"a b a\"", "a b a b a c b a"), ("\"a b a\"~1", "a b x a, b a a"),
        ("\"a b\"~3", "a x a x b y y y b a"),
        ("金正恩", "朝鲜领导人金正恩访问俄罗斯。正恩"), ("\"正恩访问\"", "朝鲜领导人金正恩访问俄罗斯。"), ("金正*", "朝鲜领导人金正恩访问俄罗斯。"),
        ("лимузин", "Путин подарил лимузин. ЛИМУЗИН!"), ("cafe", "cafe\u0301 café CAFÉ caff"), ("straße", "Strasse STRASSE straße"),
        ("o'brien", "O’Brien’s and O'Brien"), ("O’Br*", "O’Brien’s and O'Brien"), ("U.S.*", "U.S. and U.S.A. and US"),
        ("absent OR (limousine absent)", Gifts), ("gift OR (limousine AND NOT luxury)", Gifts), ("gift OR (limousine AND title:gift)", Gifts), ("gift OR (limousine -absent)", Gifts),
        ("a<b", "a<b & \"c\" 'd' <mark>a b</mark>"), ("b", "\uD83D b \uDE00 \u0001 b\u0000"),
    ];

    [Fact]
    public void Queries_mark_what_the_golden_file_says()
    {
        var output = new StringBuilder();
        foreach (var (query, text) in Cases)
        {
            var marks = Marking.Marks(query, text, parts: Quotations(text));
            output.Append(CultureInfo.InvariantCulture, $"query   {query}\nmarked  {Snippets.MarkAll(text, marks)}\n");
            foreach (var snippet in Snippets.Of(text, marks, new SnippetOptions(MaxSnippets: 2, LengthInCharacters: 70)))
                output.Append(CultureInfo.InvariantCulture, $"snippet {snippet}\n");
            output.Append('\n');
        }
        GoldenFile.Check("marks.txt", output.ToString());
    }

    private static Dictionary<string, IReadOnlyList<Mark>> Quotations(string text)
    {
        var start = text.IndexOf('“');
        return new() { ["said"] = start < 0 ? [] : [new Mark(start + 1, text.IndexOf('”'))] };
    }
}
