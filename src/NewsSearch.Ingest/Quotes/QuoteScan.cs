using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Quotes;

/// <summary>The sentences of an English article -> its quotations: each sentence by itself, then what its neighbours tell.</summary>
internal sealed class QuoteScan
{
    public const string SameParagraph = "same paragraph";
    public const string ParagraphBefore = "paragraph before";
    public const string CreditBelow = "name below";
    public const string SubjectSpoke = "speaker before is the subject";
    public const string MarksAlone = "marks";

    /// <summary>A line below a quotation that names its author is no longer, in tokens; taste.</summary>
    private const int LongestCredit = 12;

    /// <summary>A sentence's subject begins among its first so many tokens; taste.</summary>
    private const int NearStart = 4;

    private readonly string _body;
    private readonly List<QuoteToken> _tokens;
    private readonly List<QuoteSentence> _sentences;
    private readonly List<SpeakerMention> _mentions;
    private readonly Focus _focus = new();
    private readonly Subjects _subjects;
    private readonly Attribution _attribution;
    private readonly Reports _reports;
    private readonly QuoteTest _test;
    private readonly List<Quotation> _quotes = [];

    /// <summary>Quotations without a speaker, of this paragraph or of whole paragraphs right before it.</summary>
    private readonly List<int> _waiting = [];

    private int _paragraph = -1;
    private bool _beginsWithQuote;

    /// <summary>Who spoke last in this paragraph.</summary>
    private Speaker? _here;

    /// <summary>Who spoke in the last sentence of the paragraph before.</summary>
    private Speaker? _above;

    public QuoteScan(string body, List<QuoteToken> tokens, List<QuoteSentence> sentences, List<SpeakerMention> mentions)
    {
        (_body, _tokens, _sentences, _mentions) = (body, tokens, sentences, mentions);
        _subjects = new Subjects(body, tokens, mentions, _focus);
        _attribution = new Attribution(body, tokens, _subjects);
        _reports = new Reports(body, tokens, _subjects);
        _test = new QuoteTest(body, tokens);
    }

    public List<Quotation> Run()
    {
        foreach (var sentence in _sentences)
        {
            if (sentence.Paragraph != _paragraph) EndParagraph(sentence);
            NoteTitles(sentence);
            if (!ReadQuotes(sentence)) ReadReport(sentence);
        }
        SettleFromAbove();
        return _quotes;
    }

    private void EndParagraph(QuoteSentence next)
    {
        SettleFromAbove();
        if (Credit(next) is { } author) Settle(author, CreditBelow);
        _above = _here;
        _here = null;
        _paragraph = next.Paragraph;
        _beginsWithQuote = IsWholeQuote(next);
        if (!_beginsWithQuote) _waiting.Clear();
    }

    /// <summary>A paragraph that is nothing but a quotation goes on where the one above ended.</summary>
    private void SettleFromAbove()
    {
        if (_above is null || _waiting.Count == 0 || !_beginsWithQuote) return;
        Settle(_above, ParagraphBefore);
        _here = _above;
    }

    /// <summary>The author in a line such as "Anna Lind, The Example".</summary>
    private Speaker? Credit(QuoteSentence sentence)
    {
        if (_waiting.Count == 0 || sentence.End - sentence.First > LongestCredit) return null;
        var comma = sentence.First;
        while (comma < sentence.End && _tokens[comma].Kind == QuoteTokenKind.Word && !_tokens[comma].Has(SpeechWord.Says)) comma++;
        if (comma == sentence.End || _tokens[comma].Kind != QuoteTokenKind.Comma || _tokens[sentence.End - 1].Kind == QuoteTokenKind.Stop) return null;
        if (_subjects.FirstPerson(sentence.First, comma) is { } person) return person;
        for (var i = sentence.First; i < comma; i++)
        {
            if (!_tokens[i].IsCapital) return null;
        }
        return comma - sentence.First is > 1 and < 5 ? new Speaker(_body[_tokens[sentence.First].Start.._tokens[comma - 1].End]) : null;
    }

    private bool IsWholeQuote(QuoteSentence sentence) => _tokens[sentence.First].Kind == QuoteTokenKind.Marked && _test.IsAlone(sentence.First, sentence);

    private void Settle(Speaker? speaker, string rule)
    {
        if (speaker is null) return;
        foreach (var quote in _waiting) _quotes[quote] = _quotes[quote] with { Speaker = speaker.Name, Rule = rule };
        _waiting.Clear();
    }

    /// <summary>Reads the direct quotations of a sentence. Returns false where it has none.</summary>
    private bool ReadQuotes(QuoteSentence sentence)
    {
        var hasQuote = false;
        Speaker? last = null;
        var beginsWithQuote = _tokens[sentence.First].Kind == QuoteTokenKind.Marked;
        foreach (var (at, found) in _attribution.Run(sentence))
        {
            if (!_test.Accepts(at, sentence, found)) continue;
            beginsWithQuote &= found.Rule != Attribution.Label;
            hasQuote = true;
            var (speaker, rule) = (found.Speaker, found.Rule);
            if (rule is null && _focus.Last is { Name: not null } && _subjects.FirstPerson(sentence.First, Math.Min(sentence.End, sentence.First + NearStart)) == _focus.Last) (speaker, rule) = (_focus.Last, SubjectSpoke);
            if (rule is null && _here is not null && _test.IsAlone(at, sentence)) (speaker, rule) = (_here, SameParagraph);
            if (speaker?.Name is null && (_test.IsAlone(at, sentence) ? speaker is null : EndsParagraph(at))) _waiting.Add(_quotes.Count);
            var (start, end) = (_tokens[at].Start, _tokens[at].End);
            _quotes.Add(new Quotation(_body[start..end], speaker?.Name, start, end, QuoteFinder.Direct, rule ?? MarksAlone));
            last = speaker ?? last;
        }
        if (last is null) return hasQuote;
        if (beginsWithQuote) Settle(last, SameParagraph);
        Speaks(last);
        return true;
    }

    private bool EndsParagraph(int at) => _tokens[at + 1].Kind == QuoteTokenKind.Break || (_tokens[at + 1].Kind == QuoteTokenKind.Stop && _tokens[at + 2].Kind == QuoteTokenKind.Break);

    private void ReadReport(QuoteSentence sentence)
    {
        if (!_beginsWithQuote) _waiting.Clear();
        if (_attribution.CapitalLabel(sentence) is { } label)
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
        if (speaker.Name is not null) _quotes.Add(new Quotation(_body[said.Start..said.End], speaker.Name, said.Start, said.End, QuoteFinder.Indirect, rule));
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
                _focus.SetOrganisation(new Speaker(mention.Name, IsPerson: false));
            }
            else if (mention.Kind == NameKind.Person && i > sentence.First && _tokens[i - 1] is { Kind: QuoteTokenKind.Word, Number: < 0 } title && title.Has(SpeechWord.Title))
            {
                var modifier = i > sentence.First + 1 && _tokens[i - 2].Kind == QuoteTokenKind.Word ? Text(_tokens[i - 2]) : default;
                _focus.Note(mention.Name, Text(title), modifier, title.Tells);
            }
        }
    }
}
