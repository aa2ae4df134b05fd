using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Quotes.Choosing;

namespace NewsSearch.Ingest.Quotes;

/// <summary>The sentences of an English article -> its quotations: each with the likeliest of those who may have said it.</summary>
internal sealed class QuoteScan
{
    private readonly string _body;
    private readonly List<QuoteToken> _tokens;
    private readonly List<QuoteSentence> _sentences;
    private readonly List<SpeakerMention> _mentions;
    private readonly CueWeights _weights;
    private readonly Action<TextRange, IReadOnlyList<Candidate>>? _watch;
    private readonly Focus _focus = new();
    private readonly Subjects _subjects;
    private readonly SpeechActs _acts;
    private readonly Reports _reports;
    private readonly Labels _labels;
    private readonly Wording _wording;
    private readonly Candidates _candidates;
    private readonly List<Quotation> _quotes = [];

    /// <summary>Quotations without a speaker, of this paragraph or of whole paragraphs right before it.</summary>
    private readonly List<int> _waiting = [];

    private int _paragraph = -1;
    private bool _beginsWithQuote;

    /// <summary>Who spoke last in this paragraph.</summary>
    private Speaker? _here;

    /// <summary>Who spoke in the last sentence of the paragraph before.</summary>
    private Speaker? _above;

    /// <summary>Whom the sentence before in the paragraph is about, where nobody spoke in it.</summary>
    private Speaker? _subject;

    /// <param name="body">The body.</param>
    /// <param name="text">Its tokens and sentences.</param>
    /// <param name="mentions">The names in it.</param>
    /// <param name="weights">How much each cue counts.</param>
    /// <param name="watch">Told of each stretch and who may have said it.</param>
    public QuoteScan(string body, QuoteTokenizer text, List<SpeakerMention> mentions, CueWeights weights, Action<TextRange, IReadOnlyList<Candidate>>? watch)
    {
        (_body, _tokens, _sentences, _mentions, _weights, _watch) = (body, text.Tokens, text.Sentences, mentions, weights, watch);
        _subjects = new Subjects(body, _tokens, mentions, _focus);
        _acts = new SpeechActs(body, _tokens, _subjects);
        _reports = new Reports(body, _tokens, _subjects);
        _labels = new Labels(body, _tokens, _subjects);
        _wording = new Wording(body, _tokens);
        _candidates = new Candidates(body, _tokens, _subjects, _labels, _wording);
    }

    public List<Quotation> Run()
    {
        for (var i = 0; i < _sentences.Count; i++)
        {
            var sentence = _sentences[i];
            if (sentence.Paragraph != _paragraph) BeginParagraph(sentence);
            NoteTitles(sentence);
            if (!ReadQuotes(i)) ReadReport(sentence);
            _subject = _here is null && i + 1 < _sentences.Count && IsMarked(_sentences[i + 1].First) ? _acts.Find(sentence).Find(act => act.Speaker.Name is not null)?.Speaker ?? _subjects.FirstPerson(sentence.First, sentence.End) : null;
        }
        SettleFromAbove();
        return _quotes;
    }

    private void BeginParagraph(QuoteSentence next)
    {
        SettleFromAbove();
        if (_waiting.Count > 0 && _labels.Credit(next) is { } author) Settle(author, CueRules.NameBelow);
        _above = _here;
        (_here, _subject) = (null, null);
        _paragraph = next.Paragraph;
        _beginsWithQuote = IsMarked(next.First) && IsAlone(next);
        if (!_beginsWithQuote) _waiting.Clear();
    }

    /// <summary>A paragraph that is nothing but a quotation goes on where the one above ended.</summary>
    private void SettleFromAbove()
    {
        if (_above is null || _waiting.Count == 0 || !_beginsWithQuote) return;
        Settle(_above, CueRules.ParagraphBefore);
        _here = _above;
    }

    private void Settle(Speaker speaker, string rule)
    {
        foreach (var quote in _waiting) _quotes[quote] = _quotes[quote] with { Speaker = speaker.Name, Rule = rule };
        _waiting.Clear();
    }

    /// <summary>Reads the direct quotations of a sentence. Returns false where it has none.</summary>
    private bool ReadQuotes(int number)
    {
        var sentence = _sentences[number];
        var first = sentence.First;
        while (first < sentence.End && !IsMarked(first)) first++;
        if (first == sentence.End) return false;
        var acts = _acts.Find(sentence);
        var isAlone = IsAlone(sentence);
        var around = new Surroundings(_here, _here is null ? _above : null, _focus.Last, _subject, isAlone ? Next(number) : null, isAlone ? Below(number) : null);
        var hasQuote = false;
        var isByLabel = false;
        Speaker? last = null, before = null;
        for (int at = first, stretches = 0; at < sentence.End; at++)
        {
            if (!IsMarked(at)) continue;
            var stretch = new Stretch(at, sentence, stretches++, isAlone ? 0 : at == sentence.First ? 1 : 2);
            if (!_wording.MayBeQuotation(stretch)) continue;
            var candidates = _candidates.Of(stretch, acts, before, around);
            var best = _weights.Best(candidates);
            _watch?.Invoke(new TextRange(_tokens[at].Start, _tokens[at].End), candidates);
            if (best.IsNoQuotation) continue;
            hasQuote = true;
            isByLabel |= best.Has(Cue.Label) || best.Has(Cue.CapitalLabel);
            if (best.Speaker is null && (isAlone || EndsParagraph(at))) _waiting.Add(_quotes.Count);
            var (start, end) = (_tokens[at].Start, _tokens[at].End);
            _quotes.Add(new Quotation(_body[start..end], best.Speaker?.Name, start, end, QuoteFinder.Direct, CueRules.Of(best)));
            before = best.Speaker;
            last = before ?? last;
        }
        if (last is null) return hasQuote;
        if (first == sentence.First && !isByLabel) Settle(last, CueRules.SameParagraph);
        Speaks(last);
        return true;
    }

    /// <summary>Who says the quotation that begins the next sentence of the paragraph.</summary>
    private Speaker? Next(int number)
    {
        if (number + 1 >= _sentences.Count || _sentences[number + 1] is var next && (next.Paragraph != _paragraph || !IsMarked(next.First) || IsAlone(next))) return null;
        return _acts.Find(_sentences[number + 1]).Find(act => act.Stretches == 1)?.Speaker;
    }

    private Speaker? Below(int number) =>
        number + 1 < _sentences.Count && _sentences[number + 1].Paragraph != _paragraph ? _labels.Credit(_sentences[number + 1]) : null;

    private bool IsMarked(int at) => _tokens[at].Kind == QuoteTokenKind.Marked;

    /// <summary>Whether a sentence is nothing but marked stretches.</summary>
    private bool IsAlone(QuoteSentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_tokens[i].Kind == QuoteTokenKind.Word) return false;
        }
        return true;
    }

    private bool EndsParagraph(int at) => _tokens[at + 1].Kind == QuoteTokenKind.Break || (_tokens[at + 1].Kind == QuoteTokenKind.Stop && _tokens[at + 2].Kind == QuoteTokenKind.Break);

    private void ReadReport(QuoteSentence sentence)
    {
        if (!_beginsWithQuote) _waiting.Clear();
        if (_labels.Alone(sentence) is { } label)
        {
            Speaks(label);
            return;
        }
        var (speaker, range, rule) = _reports.Find(sentence);
        if (speaker is null || range is not { } said)
        {
            _here = null;
            if ((Subject(sentence) ?? speaker) is { } subject) _focus.Set(subject);
            return;
        }
        // Whom "the group" means is too often somebody else.
        if (speaker is { Name: not null, By: SpeechWord.None }) _quotes.Add(new Quotation(_body[said.Start..said.End], speaker.Name, said.Start, said.End, QuoteFinder.Indirect, rule));
        Speaks(speaker);
    }

    private void Speaks(Speaker speaker)
    {
        _here = speaker;
        _focus.Set(speaker);
    }

    /// <summary>Whom a sentence is about: the first person in it who is not another's owner; nobody new where it begins with "he".</summary>
    private Speaker? Subject(QuoteSentence sentence)
    {
        if (_tokens[sentence.First].Has(SpeechWord.He | SpeechWord.She | SpeechWord.They)) return null;
        return _subjects.FirstPerson(sentence.First, sentence.End) ?? (_focus.Last?.Name is null ? _subjects.FirstMention(sentence.First, sentence.End, isPerson: true) : null);
    }

    private ReadOnlySpan<char> Text(QuoteToken token) => _body.AsSpan(token.Start, token.End - token.Start);

    private void NoteTitles(QuoteSentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var token = _tokens[i];
            if (token.Kind != QuoteTokenKind.Word || token.Number < 0) continue;
            var mention = _mentions[token.Number];
            if (mention.Kind == NameKind.Organisation)
            {
                _focus.SetOrganisation(new Speaker(mention.Name, IsPerson: false), Text(token));
            }
            else if (mention.Kind == NameKind.Person && i > sentence.First && _tokens[i - 1] is { Kind: QuoteTokenKind.Word, Number: < 0 } title && title.Has(SpeechWord.Title))
            {
                var modifier = i > sentence.First + 1 && _tokens[i - 2].Kind == QuoteTokenKind.Word ? Text(_tokens[i - 2]) : default;
                _focus.Note(mention.Name, Text(title), modifier, title.Tells);
            }
        }
    }
}
