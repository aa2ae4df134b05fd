using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;
using NewsSearch.Train.Entities.Annotated;

namespace NewsSearch.Train.Entities;

/// <summary>The shared annotated texts -> the model of the tagger.</summary>
/// <remarks>
/// Sets annotated by hand first; with a model of these, those sentences of the Groningen Meaning Bank on which it agrees
/// with their machine-made annotation; the model is learned from both. Left out: re3d, which marks descriptions as names
/// and cost 0.5 to 1 point everywhere. Tried in vain: a second stage over the first one's labels of the whole text.
/// </remarks>
internal sealed class TaggerTrainer(string folder, Vocabulary words, NameLists lists, Action<string> report)
{
    private const int Epochs = 6;
    private const int Runs = 3;

    /// <summary>Annotated by hand, with how often each counts: the news of the Voice of America are most like what is to be tagged.</summary>
    private static readonly (string File, int Times)[] ByHand = [("voa.train", 3), ("ewt.dev", 1), ("ewt.test", 1), ("pud", 1), ("wnut17", 1), ("btc", 1), ("crossner", 1)];

    private static readonly string[] ByMachine = ["gmb.train", "gmb.dev"];

    /// <summary>Texts that stand in the machine-annotated files too: one is annotated anew, the other is for measuring.</summary>
    private static readonly string[] Apart = ["voa.train", "voa.dev"];

    public QuantisedModel Train()
    {
        List<Lesson> lessons = [.. ByHand.SelectMany(set => BioFile.Read(Source(set.File)).Select(document => LessonOf(document, set.Times)))];
        report($"{lessons.Count:N0} texts annotated by hand");
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

    /// <summary>Texts annotated by a machine; where a tagger disagrees about a sentence's people, organisations and places, its tags are unknown.</summary>
    private IEnumerable<Lesson> Agreeing(NameTagger tagger)
    {
        var apart = Apart.SelectMany(file => BioFile.Sentences(Source(file))).SelectMany(document => document).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var sentences in ByMachine.SelectMany(file => BioFile.Sentences(Source(file))))
        {
            var document = BioFile.Join(sentences.Where(sentence => !apart.Contains(KeyOf(sentence))));
            if (document.Text.Length == 0) continue;
            var lesson = LessonOf(document, 1);
            ForgetDisagreement(lesson, tagger);
            yield return lesson;
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
