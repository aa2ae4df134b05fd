using System.Runtime.InteropServices;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Quotes;

/// <summary>People whom the tagger did not list, told by what stands around: "Mayor Lind", "said Anna Lind", "Anna Lind … Lind".</summary>
/// <remarks>They become speakers, not people of the article. Linear in the text.</remarks>
internal sealed class UnlistedNames(string body, List<QuoteToken> tokens, List<QuoteSentence> sentences, List<SpeakerMention> mentions)
{
    private const int MostWords = 6;
    private const int LongestName = 100;

    private readonly List<Run> _runs = [];
    private readonly Dictionary<string, string?> _byLastWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Gives the words of such names a mention.</summary>
    public void Add()
    {
        foreach (var mention in mentions)
        {
            if (mention.Kind == NameKind.Person) Register(mention.Name);
        }
        foreach (var sentence in sentences) FindRuns(sentence);
        foreach (var run in _runs)
        {
            if (run.Words > 1) Register(run.Text);
            else if (!run.IsFirst) _alone.Add(run.Text);
            if (run.IsTold && (run.Words > 1 || run.HasTitle || !run.IsFirst)) _people.Add(run.Text);
        }
        foreach (var run in _runs)
        {
            if (NameOf(run) is { } name) Assign(run, name);
        }
    }

    private void Register(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        if (!_byLastWord.TryAdd(last, name) && _byLastWord[last] != name) _byLastWord[last] = null;
    }

    private string? NameOf(Run run)
    {
        if (run.Words > 1) return _people.Contains(run.Text) || _alone.Contains(LastWord(run.Text)) || IsToldAlone(run) ? run.Text : null;
        if (_byLastWord.TryGetValue(run.Text, out var full)) return full;
        return _people.Contains(run.Text) && (run.HasTitle || _alone.Contains(run.Text)) ? run.Text : null;
    }

    private bool IsToldAlone(Run run) => _people.Contains(LastWord(run.Text));

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private void FindRuns(QuoteSentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!IsPart(i, sentence)) continue;
            var first = i;
            while (i + 1 < sentence.End && !tokens[i].IsPossessive && tokens[i + 1].Start - tokens[i].End <= 2)
            {
                if (IsPart(i + 1, sentence)) i++;
                else if (i + 2 < sentence.End && tokens[i + 1].Has(SpeechWord.Particle) && IsPart(i + 2, sentence)) i += 2;
                else break;
            }
            var end = i + 1;
            while (end - first > 1 && IsAllCapitals(tokens[first]) && !IsAllCapitals(tokens[end - 1])) first++; // "BBC Anna Lind"
            if (end - first > MostWords || tokens[end - 1].End - tokens[first].Start > LongestName) continue;
            if (end == first + 1 && (tokens[first].End - tokens[first].Start < 3 || body[tokens[first].End - 1] == 's') && !HasTitle(first, sentence)) continue;
            if (first > sentence.First && tokens[first - 1] is { Kind: QuoteTokenKind.Word, Number: >= 0, IsPossessive: false }) continue; // the rest of a listed name
            if (first > sentence.First && tokens[first - 1].Has(SpeechWord.Definite)) continue; // "the Bridge Act"
            var text = body[tokens[first].Start..tokens[end - 1].End].ReplaceLineEndings(" ");
            var hasTitle = HasTitle(first, sentence);
            _runs.Add(new Run(first, end, text, end - first, hasTitle, hasTitle || IsSpeaker(first, end, sentence), first == sentence.First));
        }
    }

    /// <summary>A word with a capital letter that is not known as anything else. In mid-sentence even a small word may be a name: "Mr. Will".</summary>
    private bool IsPart(int at, QuoteSentence sentence)
    {
        var token = tokens[at];
        if (token is not { Kind: QuoteTokenKind.Word, IsCapital: true, Number: < 0 }) return false;
        if (token.Tells == SpeechWord.None) return true;
        return at > sentence.First && at + 1 < sentence.End && token.Has(SpeechWord.Indefinite | SpeechWord.Adverb | SpeechWord.Joint) && token.End - token.Start <= 4 && !token.Has(SpeechWord.NotName)
            && tokens[at - 1].Kind is QuoteTokenKind.Word or QuoteTokenKind.Comma or QuoteTokenKind.Marked && tokens[at + 1] is { Kind: QuoteTokenKind.Word, IsCapital: true, Tells: SpeechWord.None };
    }

    private bool HasTitle(int first, QuoteSentence sentence) =>
        first > sentence.First && tokens[first - 1] is { Kind: QuoteTokenKind.Word } title && title.Has(SpeechWord.Title);

    private bool IsSpeaker(int first, int end, QuoteSentence sentence)
    {
        while (end < sentence.End && tokens[end] is { Kind: QuoteTokenKind.Word, Number: < 0 } && tokens[end].Has(SpeechWord.Adverb)) end++;
        return (end < sentence.End && IsVerb(end) && !tokens[end - 1].IsPossessive) || (first > sentence.First && IsVerb(first - 1) && !tokens[first - 1].Has(SpeechWord.Tells) && first - 2 >= sentence.First && tokens[first - 2].Kind is QuoteTokenKind.Marked or QuoteTokenKind.Comma);
    }

    private bool IsVerb(int at) => tokens[at] is { Kind: QuoteTokenKind.Word, Number: < 0, IsCapital: false } token && token.Has(SpeechWord.Says) && !token.Has(SpeechWord.Noun);

    private bool IsAllCapitals(QuoteToken token) =>
        token.End - token.Start > 2 && body.AsSpan(token.Start, token.End - token.Start).IndexOfAnyInRange('a', 'z') < 0;

    private void Assign(Run run, string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = mentions.Count;
            mentions.Add(new SpeakerMention(tokens[run.First].Start, tokens[run.End - 1].End, name, NameKind.Person));
            _numbers[name] = number;
        }
        for (var i = run.First; i < run.End; i++) tokens[i] = tokens[i] with { Number = number, Tells = SpeechWord.None };
    }

    /// <summary>Words with capital letters, [First, End).</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(int First, int End, string Text, int Words, bool HasTitle, bool IsTold, bool IsFirst);
}
