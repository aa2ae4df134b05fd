using System.IO.Compression;
using NewsSearch.Engine.Analysis.Stemming;

namespace NewsSearch.Engine.Tests.Analysis.Stemming;

public sealed class StemmersTests
{
    [SnowballDataTheory]
    [InlineData("en", "english", 29_417)]
    [InlineData("de", "german", 35_033)]
    [InlineData("fr", "french", 20_805)]
    [InlineData("es", "spanish", 28_377)]
    [InlineData("pt", "portuguese", 32_016)]
    [InlineData("it", "italian", 35_494)]
    [InlineData("nl", "dutch", 45_669)]
    [InlineData("ru", "russian", 49_785)]
    [InlineData("ar", "arabic", 9_196_214)]
    public void Every_word_of_Snowballs_vocabulary_gets_the_stem_expected(string language, string folder, int count)
    {
        var (stemmer, room) = (Stemmers.For(language), new char[200]);
        var (checkedWords, wrong) = (0, new List<string>());

        foreach (var (word, stem) in Lines(folder, "voc").Zip(Lines(folder, "output")).Where(pair => pair.First.Length > 0))
        {
            word.CopyTo(room);
            var actual = room.AsSpan(0, stemmer.Stem(room, word.Length));
            if (!actual.SequenceEqual(stem))
                wrong.Add($"{word} -> {actual} instead of {stem}");
            checkedWords++;
        }

        Assert.Equal((0, count), (wrong.Count, checkedWords));
    }

    [Theory]
    [InlineData("en", "aeiouyysdlntgingéb1'")]
    [InlineData("de", "aeiouyäöüßßsnterhcgk1'")]
    [InlineData("fr", "aeiouyéèëëïïîâçqstrnlmx1'")]
    [InlineData("es", "aeiouáéíóúüñrsndlbmy1'")]
    [InlineData("pt", "aeiouãõáéêçrsmdvlc1'")]
    [InlineData("it", "aeiouàèìòùéqchgrlntsv1'")]
    [InlineData("nl", "aeiouyëïéèjnghdtkslbrm1'")]
    [InlineData("ru", "аеиоуыэюяёйьвшнтлмсщ1\u0306")]
    [InlineData("ar", "اأإآؤئءيىوةتنهمكلبفس\u0640\u0651\u06641")]
    [InlineData("fi", "aeä")]
    public void Stems_of_any_letters_are_not_empty_and_fit_the_room(string language, string letters)
    {
        var random = new Random(17);
        for (var round = 0; round < 50_000; round++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(99) == 0 ? (char)random.Next('\u0080', 0x10000) : letters[random.Next(letters.Length)])]);
            if (word.Trim('\'').Length == word.Length) // as the tokenizer leaves them
            {
                Assert.NotEmpty(Stem(word, language));
                Assert.NotEmpty(Stem(word, language, isFolded: true));
            }
        }
    }

    [Fact]
    public void Stemming_allocates_nothing()
    {
        string[] words = ["internationalen", "administrativement", "administraciones", "administrações", "amministrazione", "verantwoordelijkheden", "администрациями", "بإرسالكم"];
        string[] languages = ["de", "fr", "es", "pt", "it", "nl", "ru", "ar"];
        var room = new char[64];
        var least = long.MaxValue;

        for (var round = 0; round < 500_000 && least > 0; round++) // in the first the tables are made, and code that is not yet compiled to its best may box
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < words.Length; i++)
            {
                words[i].CopyTo(room);
                Stemmers.For(languages[i]).Stem(room, words[i].Length);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData("fr", "l'homme", "homm")]
    [InlineData("fr", "d'élections", "élect")]
    [InlineData("fr", "qu'il", "il")]
    [InlineData("fr", "jusqu'ici", "ici")]
    [InlineData("fr", "aujourd'hui", "aujourd'hui")]
    [InlineData("fr", "presqu'île", "presqu'îl")]
    [InlineData("it", "dell'arte", "arte")]
    [InlineData("it", "un'elezione", "elezion")]
    [InlineData("de", "l'homme", "l'homm")]
    public void Articles_that_lost_their_vowel_are_cut_in_French_and_Italian(string language, string word, string stem) =>
        Assert.Equal(stem, Stem(word, language));

    [Fact]
    public void Languages_without_a_stemmer_keep_their_words() => Assert.Equal("häuser", Stem("häuser", "fi"));

    [Theory]
    [InlineData("fr", "autorisees", "autorise", "autoris")]
    [InlineData("fr", "candidat", "candidat", "candidat")]
    [InlineData("es", "organizacion", "organizacion", "organiz")]
    [InlineData("es", "historia", "histori", "histori")]
    [InlineData("pt", "participacoes", "participaco", "particip")]
    [InlineData("it", "aggressivita", "aggressiv", "aggress")]
    [InlineData("ru", "новыи", "новы", "нов")]
    [InlineData("ar", "والدولية", "والدول", "دول")]
    [InlineData("ar", "والد", "والد", "والد")]
    public void Endings_that_lost_their_accents_count_in_folded_words_alone(string language, string word, string stem, string stemOfFolded) =>
        Assert.Equal((stem, stemOfFolded), (Stem(word, language), Stem(word, language, isFolded: true)));

    private static string Stem(string word, string language, bool isFolded = false)
    {
        var room = new char[2 * word.Length];
        word.CopyTo(room);
        return new string(room, 0, Stemmers.For(language).Stem(room, word.Length, isFolded));
    }

    private static IEnumerable<string> Lines(string folder, string name)
    {
        var path = Path.Combine(SnowballDataTheoryAttribute.Folder, folder, name + ".txt");
        using Stream file = File.Exists(path) ? File.OpenRead(path) : new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
