namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>A verb of speech and who does it.</summary>
/// <param name="Verb">Number of its token.</param>
/// <param name="Stretches">How many marked stretches of the sentence stand before it.</param>
/// <param name="Kind">What kind of verb: one from <see cref="Cue.Says"/> to <see cref="Cue.Quoting"/>.</param>
/// <param name="Speaker">Who.</param>
/// <param name="Subject">How the subject was found.</param>
internal sealed record SpeechAct(int Verb, int Stretches, Cue Kind, Speaker Speaker, SubjectPlace Subject);

internal enum SubjectPlace
{
    Before,

    /// <summary>"said Lind".</summary>
    Behind,

    /// <summary>Only the head of the sentence could be told.</summary>
    Head,
}

/// <summary>A sentence -> its verbs of speech, in order, each with who does it.</summary>
internal sealed class SpeechActs(string body, List<QuoteToken> tokens, Subjects subjects)
{
    /// <summary>"described as “a mess” by": so many tokens may stand between; taste.</summary>
    private const int FarthestPassive = 3;

    public List<SpeechAct> Find(QuoteSentence sentence)
    {
        var acts = new List<SpeechAct>();
        var stretches = 0;
        var zone = sentence.First;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens[i].Kind == QuoteTokenKind.Marked)
            {
                stretches++;
                zone = i + 1;
                while (zone < sentence.End && tokens[zone].IsPause) zone++;
            }
            else if (tokens[i] is { Kind: QuoteTokenKind.Word, Number: < 0 } && At(i, zone, sentence) is { } found)
            {
                acts.Add(found with { Stretches = stretches });
            }
        }
        return acts;
    }

    private SpeechAct? At(int at, int zone, QuoteSentence sentence)
    {
        if (subjects.IsAccording(at)) return Act(at, Cue.According, subjects.After(at + 1, sentence.End), SubjectPlace.Behind);
        if (tokens[at].Is(body, "by")) return IsBehindPassive(at, sentence.First) ? Act(at, Cue.By, subjects.After(at, sentence.End), SubjectPlace.Behind) : null;
        if (tokens[at].Is(body, "quoted") || tokens[at].Is(body, "quoting"))
        {
            return at > zone && tokens[at - 1].Has(SpeechWord.Be) ? null : Act(at, Cue.Quoting, subjects.After(at, sentence.End), SubjectPlace.Behind);
        }
        if (!subjects.IsVerb(at, zone, SpeechWord.Says | SpeechWord.Calls | SpeechWord.Saying)) return null;
        return tokens[at].Has(SpeechWord.Saying) && !tokens[at].Has(SpeechWord.Says) ? Participle(at, zone, sentence) : Finite(at, zone, sentence);
    }

    private SpeechAct? Participle(int verb, int zone, QuoteSentence sentence)
    {
        var own = verb > zone && tokens[verb - 1] is { Kind: QuoteTokenKind.Word, Number: >= 0 } ? subjects.Before(verb, verb - 1) : null;
        return (own is { Name: not null } ? own : subjects.FirstPerson(zone, verb)) is { } person
            ? Act(verb, Cue.Saying, person, SubjectPlace.Before)
            : Act(verb, Cue.Saying, subjects.Head(sentence.First, verb), SubjectPlace.Head);
    }

    private SpeechAct? Finite(int verb, int zone, QuoteSentence sentence)
    {
        var kind = tokens[verb].Has(SpeechWord.Says) ? Cue.Says : Cue.Calls;
        var mayBeInverted = kind == Cue.Says && !tokens[verb].Has(SpeechWord.Tells);
        if (mayBeInverted && (verb == zone || tokens[verb - 1].IsPause))
        {
            // "Lind, who felt “insulted,” said she would go": the verb's subject stands before.
            var isOwn = sentence.First < verb && tokens[verb + 1].Has(SpeechWord.Pronoun) && tokens[verb + 2].Kind == QuoteTokenKind.Word;
            if (!isOwn && subjects.BeforePause(verb, zone) is null && subjects.After(verb, sentence.End) is { } after) return Act(verb, kind, after, SubjectPlace.Behind);
        }
        return Act(verb, kind, subjects.Before(verb, zone), SubjectPlace.Before)
            ?? Act(verb, kind, subjects.Head(sentence.First, verb), SubjectPlace.Head)
            ?? (mayBeInverted ? Act(verb, kind, subjects.After(verb, sentence.End), SubjectPlace.Behind) : null);
    }

    private static SpeechAct? Act(int verb, Cue kind, Speaker? speaker, SubjectPlace subject) => speaker is null ? null : new SpeechAct(verb, 0, kind, speaker, subject);

    private bool IsBehindPassive(int by, int first)
    {
        for (var i = by - 1; i >= first && i >= by - FarthestPassive; i--)
        {
            if (tokens[i].Kind == QuoteTokenKind.Word && tokens[i].Has(SpeechWord.Says | SpeechWord.Calls | SpeechWord.Naming)) return true;
        }
        return false;
    }
}
