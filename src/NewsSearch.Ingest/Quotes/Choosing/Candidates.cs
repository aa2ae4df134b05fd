namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>A marked stretch -> who may have said it, each with what speaks for him; last nobody, and that it is no quotation.</summary>
/// <remarks>Looks at a bounded number of tokens and verbs around each stretch, so that all of them together take linear time.</remarks>
internal sealed class Candidates(string body, List<QuoteToken> tokens, Subjects subjects, Labels labels, Wording wording)
{
    /// <summary>Verbs of speech looked at on each side; taste.</summary>
    private const int NearestActs = 3;

    /// <summary>A verb at most so many tokens before a stretch stands right before it: "said that the “…”"; taste.</summary>
    private const int NextTo = 3;

    /// <summary>Between a quotation and the verb behind it stand at most so many words; taste.</summary>
    private const int FarthestVerb = 24;

    /// <summary>"Red" and the "green": at most so many tokens are between two that share a verb; taste.</summary>
    private const int FarthestInList = 4;

    /// <summary>A verb with no more tokens behind it ends its sentence: "Lind said on Monday in Oslo"; taste.</summary>
    private const int LongestTail = 8;

    /// <summary>A name at most so many tokens away stands beside a stretch; taste.</summary>
    private const int FarthestName = 24;

    private readonly List<Candidate> _found = [];

    /// <param name="stretch">The stretch.</param>
    /// <param name="acts">The sentence's verbs of speech.</param>
    /// <param name="before">Who said the stretch before in the sentence.</param>
    /// <param name="around">What the text around tells.</param>
    /// <returns>Good until the next call.</returns>
    public List<Candidate> Of(Stretch stretch, List<SpeechAct> acts, Speaker? before, Surroundings around)
    {
        _found.Clear();
        AddActs(stretch, acts);
        var speaking = _found.Count;
        AddNamed(stretch, acts.Count > 0);
        if (labels.Before(stretch.Sentence.First, stretch.At) is { } label) Add(label, Cue.CapitalLabel);
        if (labels.WithColon(stretch.Sentence.First, stretch.At) is { } named) Add(named, Cue.Label);
        if (before is not null) Add(before, Cue.SameSentence);
        if (around.Here is not null) Add(around.Here, Cue.SpokeHereAlone + stretch.Place);
        if (around.Above is not null) Add(around.Above, Cue.SpokeAboveAlone + stretch.Place);
        if (around.Last is not null) Add(around.Last, Cue.LastAlone + stretch.Place);
        if (around.Subject is not null) Add(around.Subject, Cue.SubjectBeforeAlone + stretch.Place);
        if (around.Next is not null) Add(around.Next, Cue.NextSentence);
        if (around.Below is not null) Add(around.Below, Cue.NameBelow);
        for (var i = speaking; i < _found.Count && speaking > 0; i++) _found[i].Add(Cue.OtherSpeaks);
        var nobody = new Candidate(null);
        nobody.Add(Cue.NobodyAlone + stretch.Place);
        if (around.Here is null) nobody.Add(Cue.NobodyBefore);
        if (speaking > 0) nobody.Add(Cue.NobodyBesideVerb);
        _found.Add(nobody);
        _found.Add(wording.NoQuotation(stretch, speaking > 0, nobody));
        return _found;
    }

    private Candidate Add(Speaker speaker, Cue cue)
    {
        var found = _found.Find(one => one.Speaker!.Name == speaker.Name);
        if (found is null)
        {
            _found.Add(found = new Candidate(speaker));
            if (speaker.Name is not null) found.Add(Cue.Named);
            if (!speaker.IsPerson) found.Add(Cue.Organisation);
        }
        found.Add(cue);
        return found;
    }

    private void AddActs(Stretch stretch, List<SpeechAct> acts)
    {
        var next = acts.FindIndex(act => act.Verb > stretch.At);
        if (next < 0) next = acts.Count;
        for (var i = Math.Max(0, next - NearestActs); i < Math.Min(acts.Count, next + NearestActs); i++)
        {
            var act = acts[i];
            Add(act.Speaker, i >= next, Math.Abs(i >= next ? i - next : next - 1 - i) > 0, act, stretch);
            // "the letter said": whom it means is not sure.
            if (act.Speaker is { Name: not null, By: not SpeechWord.None }) Add(Speaker.Unnamed, i >= next, Math.Abs(i >= next ? i - next : next - 1 - i) > 0, act, stretch);
        }
    }

    private void Add(Speaker speaker, bool isBehind, bool isVerbBetween, SpeechAct act, Stretch stretch)
    {
        var place = isBehind ? Behind(stretch, act) : InFront(stretch.At, act);
        var candidate = Add(speaker, place);
        candidate.Add(act.Kind);
        if (act.Kind == Cue.Says) candidate.Add(Cue.InvertedSays + (int)place);
        else if (act.Kind is Cue.Calls or Cue.Saying && !isBehind) candidate.Add((act.Kind == Cue.Calls ? Cue.BeforeCalls : Cue.BeforeSaying) + (place - Cue.Before));
        if (act.Subject == SubjectPlace.Head) candidate.Add(Cue.ByHead);
        if (speaker.By == SpeechWord.TextNoun) candidate.Add(Cue.ByTextNoun);
        if (speaker.By == SpeechWord.OrganisationNoun) candidate.Add(Cue.ByOrganisationNoun);
        if (speaker.By == SpeechWord.PersonNoun) candidate.Add(Cue.ByPersonNoun);
        if (!speaker.IsPerson) candidate.Add(Cue.OrganisationSpeaks);
        var between = isBehind ? act.Stretches - stretch.Before - 1 : stretch.Before - act.Stretches;
        if (between > 0) candidate.Add(Cue.StretchBetween);
        if (isVerbBetween) candidate.Add(Cue.VerbBetween);
        if (isBehind && between > 0 && IsInList(stretch)) candidate.Add(Cue.InList);
    }

    private bool IsInList(Stretch stretch)
    {
        for (var i = stretch.At + 1; i < stretch.Sentence.End && i <= stretch.At + FarthestInList; i++)
        {
            if (tokens[i].Kind == QuoteTokenKind.Marked) return true;
        }
        return false;
    }

    private Cue Behind(Stretch stretch, SpeechAct act)
    {
        var at = stretch.At;
        if (act.Stretches > stretch.Before + 1) return Cue.FarBehind;
        var text = body.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start).TrimEnd("'’");
        var isPause = (text.Length > 0 && text[^1] is ',' or '?' or '!' or '…' or '—' or '-' or '–' or '.') || at == stretch.Sentence.First;
        var first = at + 1;
        for (; first < act.Verb && tokens[first].IsPause; first++) isPause = true;
        var isInverted = act.Subject == SubjectPlace.Behind;
        if (isPause && act.Verb == first) return isInverted ? Cue.Inverted : Cue.Behind;
        if (isPause && act.Verb - first <= FarthestVerb && !tokens[first].Has(SpeechWord.Joint | SpeechWord.Preposition | SpeechWord.Adverb | SpeechWord.Saying))
        {
            var hasRemark = false;
            var i = first;
            for (; i < act.Verb && tokens[i].Kind is QuoteTokenKind.Word or QuoteTokenKind.Comma or QuoteTokenKind.Dash; i++) hasRemark |= tokens[i].Kind != QuoteTokenKind.Word;
            if (i == act.Verb) return hasRemark ? Cue.BehindRemark : Cue.Behind;
        }
        return isInverted || stretch.Sentence.End - act.Verb <= LongestTail ? Cue.Tail : Cue.FarBehind;
    }

    private Cue InFront(int at, SpeechAct act)
    {
        for (var i = at - 1; i > act.Verb; i--)
        {
            if (tokens[i].Kind is QuoteTokenKind.Semicolon or QuoteTokenKind.Marked) return Cue.FarInFront;
        }
        return at - act.Verb <= NextTo ? Cue.Before : Cue.InFront;
    }

    private void AddNamed(Stretch stretch, bool hasVerb)
    {
        var (at, first, end) = (stretch.At, stretch.Sentence.First, stretch.Sentence.End);
        if (at > first && subjects.Head(first, at) is { } head)
        {
            var candidate = Add(head, hasVerb ? Cue.HeadBesideVerb : Cue.HeadAlone);
            if (tokens[first].Has(SpeechWord.Pronoun)) candidate.Add(Cue.HeadUnmentioned);
        }
        if (subjects.FirstPerson(first, Math.Min(end, first + FarthestName)) is { } person) Add(person, Cue.FirstPerson);
        for (var i = at - 1; i >= first && i > at - FarthestName; i--)
        {
            if (subjects.At(i, first) is not { } named) continue;
            var candidate = Add(named.Speaker, Cue.NamedBefore);
            if (named.End == at) candidate.Add(Cue.NamedRightBefore);
            if (named.IsOwner) candidate.Add(at - named.End <= NextTo ? Cue.OwnerRightBefore : Cue.Owner);
            else if (named.IsObject) candidate.Add(Cue.Object);
            break;
        }
        for (var i = at + 1; i < end && i < at + FarthestName; i++)
        {
            if (subjects.At(i, at + 1) is not { } named) continue;
            var candidate = Add(named.Speaker, Cue.NamedBehind);
            if (i == at + 1 && !named.IsOwner) candidate.Add(Cue.NamedRightBehind);
            if (named.IsOwner) candidate.Add(Cue.Owner);
            else if (named.IsObject) candidate.Add(Cue.Object);
            break;
        }
    }
}
