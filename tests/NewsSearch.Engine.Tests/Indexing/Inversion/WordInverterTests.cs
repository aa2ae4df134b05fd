using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing.Inversion;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Tests.Analysis;

namespace NewsSearch.Engine.Tests.Indexing.Inversion;

/// <summary>The table of words beside folding and stemming each word for each list.</summary>
public sealed class WordInverterTests
{
    private static readonly string[] Languages = ["en", "de", "", "xx"];
    private static readonly PostingsShape Exact = new(1, true), Stems = new(2, false);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void A_table_of_any_size_gives_the_lists_that_each_word_alone_gives(int maxWords)
    {
        var random = new Random(maxWords);
        var (exact, stems, plainExact, plainStems) = (new ListInverter(Exact), new ListInverter(Stems), new ListInverter(Exact), new ListInverter(Stems));
        var (tokens, plainTokens, forms) = (new Tokenizer(), new Tokenizer(), new StemForms());
        var words = new WordInverter(tokens, [new ListTarget(exact, TermForm.Exact, true, 0), new ListTarget(stems, TermForm.Stem, false, 1)], maxWords);
        for (var doc = 0; doc < 300; doc++)
        {
            var language = Languages[random.Next(Languages.Length)];
            var text = doc % 2 == 0 ? RandomText.Make(random, 40) : $"running Läufer cafés limousines {RandomText.MakeMostlyAscii(random, 160)} {new string('y', 300)}";
            for (tokens.Reset(text.AsMemory()); tokens.Next();) words.Add(language, doc, tokens.Position);
            words.LogPending();
            for (plainTokens.Reset(text.AsMemory()); plainTokens.Next();)
            {
                Add(plainExact, TermBytes.Exact(plainTokens.Term), doc, plainTokens.Position);
                forms.Set(plainTokens.Word, plainTokens.Term, language);
                Add(plainStems, TermBytes.Stem(language, forms.First), doc, 1);
                if (!forms.Second.IsEmpty) Add(plainStems, TermBytes.Stem(language, forms.Second), doc, 1);
            }
        }

        Assert.Equal(Occurrences(plainExact), Occurrences(exact));
        Assert.Equal(Occurrences(plainStems), Occurrences(stems));
    }

    private static void Add(ListInverter list, byte[] term, int doc, int datum) => list.Add(term, term.Length, doc, datum);

    private static List<(string Term, int Doc, uint Datum)> Occurrences(ListInverter list)
    {
        var found = new List<(string, int, uint)>();
        var sorted = list.Sorted();
        var cursor = sorted.Cursor();
        for (var ordinal = 0; cursor.Next(); ordinal++)
        {
            for (var occurrences = sorted.Open(ordinal); occurrences.Doc != PostingsFormat.NoMoreDocs; occurrences.Next())
                found.Add((Convert.ToHexString(cursor.Term), occurrences.Doc, occurrences.Datum));
        }

        return found;
    }
}
