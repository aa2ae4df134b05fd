using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;
using NewsSearch.Train.Entities.Annotated;

namespace NewsSearch.Train.Entities;

/// <summary>The shared annotated texts -> the model of the tagger.</summary>
/// <remarks>
/// Sets annotated by hand first, and sentences of the Groningen Meaning Bank that we annotated ourselves; with a model of
/// these, those other sentences of that bank on which it agrees with their machine-made annotation; the model is learned from all. Left out: re3d, which marks descriptions as names
/// and cost 0.5 to 1 point everywhere. Tried in vain: a second stage over the first one's labels of the whole text.
/// </remarks>
internal sealed class TaggerTrainer(string folder, Vocabulary words, NameLists lists, Action<string> report)
{
    private const int Epochs = 6;
    private const int Runs = 5;

    /// <summary>Annotated by hand, with how often each counts: the news of the Voice of America are most like what is to be tagged.</summary>
    private static readonly (string File, int Times)[] ByHand = [("voa.train", 3), ("ewt.dev", 1), ("ewt.test", 1), ("pud", 1), ("wnut17", 1), ("btc", 1), ("crossner", 1)];

    private static readonly string[] ByMachine = ["gmb.train", "gmb.dev"];

    /// <summary>How often a sentence of our own annotation counts.</summary>
    private const int TimesOwn = 3;

    /// <summary>Texts that stand in the machine-annotated files too: one is annotated anew, the other is for measuring.</summary>
    private static readonly string[] Apart = ["voa.train", "voa.dev"];

    private readonly OwnAnnotation _own = new();

    public QuantisedModel Train()
    {
        List<Lesson> lessons = [.. ByHand.SelectMany(set => BioFile.Read(Source(set.File)).Select(document => LessonOf(document, set.Times)))];
        report($"{lessons.Count:N0} texts annotated by hand");
        lessons.AddRange(Own());
        report($"{_own.Count:N0} sentences of our own annotation");
        lessons.AddRange(Agreeing(new NameTagger(words, lists, LinearTrainer.Train(lessons, Epochs, 1).ToModel())));
        report($"{lessons.Count:N0} texts in all");
        var model = LinearTrainer.Train(lessons, Epochs, Runs);
        report($"{model.Keys.Length:N0} features");
        return model;
    }

    private string Source(string file) => Path.Combine(folder, "train", file + ".bio.gz");

    private Lesson LessonOf(AnnotatedText document, int times)
    {
        var text = new PreparedText(document.Text, words, lists);
        return new Lesson(text, Examples.GoldTags(text, document), times);
    }

    /// <summary>The sentences that we annotated ourselves, each within its text.</summary>
    private IEnumerable<Lesson> Own()
    {
        foreach (var sentences in MachineTexts().Where(text => text.Exists(_own.Has)))
        {
            var document = BioFile.Join(sentences.Select(_own.Amended));
            var lesson = LessonOf(document, TimesOwn);
            Forget(lesson, document, number => !_own.Has(sentences[number]));
            yield return lesson;
        }
    }

    /// <summary>Texts annotated by a machine; where a tagger disagrees about a sentence's people, organisations and places, its tags are unknown.</summary>
    private IEnumerable<Lesson> Agreeing(NameTagger tagger)
    {
        foreach (var sentences in MachineTexts())
        {
            var document = BioFile.Join(sentences);
            var lesson = LessonOf(document, 1);
            ForgetDisagreement(lesson, tagger);
            Forget(lesson, document, number => _own.Has(sentences[number]));
            yield return lesson;
        }
    }

    /// <summary>The texts annotated by a machine, without the sentences that stand apart.</summary>
    private IEnumerable<List<List<(string Token, string Tag)>>> MachineTexts()
    {
        var apart = Apart.SelectMany(file => BioFile.Sentences(Source(file))).SelectMany(document => document).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return ByMachine.SelectMany(file => BioFile.Sentences(Source(file))).Select(sentences => sentences.FindAll(sentence => !apart.Contains(KeyOf(sentence)))).Where(sentences => sentences.Count > 0);
    }

    /// <summary>Makes the tags of some sentences unknown.</summary>
    private static void Forget(Lesson lesson, AnnotatedText document, Predicate<int> isForgotten)
    {
        var sentence = 0;
        for (var i = 0; i < lesson.Gold.Length; i++)
        {
            while (lesson.Text.Tokens[i].Start >= document.SentenceEnds[sentence]) sentence++;
            if (isForgotten(sentence)) lesson.Gold[i] = Examples.Unknown;
        }
    }

    private static string KeyOf(List<(string Token, string Tag)> sentence) => string.Join(' ', sentence.Select(token => token.Token));

    private static void ForgetDisagreement(Lesson lesson, NameTagger tagger)
    {
        var tokens = lesson.Text.Tokens;
        var tags = tagger.Decode(lesson.Text).Tags;
        for (int start = 0, end; start < tokens.Count; start = end)
        {
            var agrees = true;
            for (end = start; end < tokens.Count && (end == start || !tokens[end].Is(TokenForm.SentenceStart)); end++) agrees &= Counted(lesson.Gold[end]) == Counted(tags[end]);
            if (!agrees) lesson.Gold.AsSpan(start, end - start).Fill(Examples.Unknown);
        }
    }

    /// <summary>A tag, with names that are not of our types as outside.</summary>
    private static byte Counted(byte tag) => tag != Examples.Unknown && TagSet.Type(tag) == TagSet.Types - 1 ? (byte)TagSet.Outside : tag;
}
