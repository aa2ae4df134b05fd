using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Indexing.Inversion;
using NewsSearch.Engine.Tests.Analysis;

namespace NewsSearch.Engine.Tests.Indexing.Inversion;

public sealed class StemTableTests
{
    private static readonly string[] Languages = ["en", "de", "", "xx"];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void A_table_of_any_size_tells_what_stemming_tells(int maxWords)
    {
        var random = new Random(maxWords);
        var table = new StemTable(maxWords);
        var (forms, tokenizer) = (new StemForms(), new Tokenizer());
        for (var round = 0; round < 300; round++)
        {
            var language = Languages[random.Next(Languages.Length)];
            var text = round % 2 == 0 ? RandomText.Make(random, 40) : $"running Läufer cafés limousines {RandomText.MakeMostlyAscii(random, 60)} {new string('y', 300)}";
            tokenizer.Reset(text.AsMemory());
            while (tokenizer.Next())
            {
                forms.Set(tokenizer.Word, tokenizer.Term, language);
                var found = table.Of(tokenizer.Word, tokenizer.Term, language);

                Assert.Equal(TermBytes.Stem(language, forms.First), found.First);
                Assert.Equal(TermKey.Of(found.First, found.First.Length), found.FirstKey);
                Assert.Equal(forms.Second.IsEmpty ? null : TermBytes.Stem(language, forms.Second), found.Second);
                if (found.Second is not null) Assert.Equal(TermKey.Of(found.Second, found.Second.Length), found.SecondKey);
            }
        }
    }
}
