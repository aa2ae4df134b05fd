using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging.Features;

/// <summary>Capitalised word of a text -> what its other mentions in that text tell.</summary>
internal sealed class DocumentEvidence
{
    /// <summary>Bits of evidence.</summary>
    public const int Bits = 12;

    private const int InSmallLetters = 1;
    private const int WithinSentence = 2;
    private const int AfterTitle = 4;
    private const int AfterFirstName = 8;
    private const int AfterPreposition = 16;
    private const int BesideSpeech = 32;
    private const int BeforeTail = 64;
    private const int BeforeCapital = 128;
    private const int AfterCapital = 256;
    private const int Alone = 512;
    private const int AfterThe = 1024;
    private const int BeforePossessive = 2048;

    private static readonly uint The = WordReader.Hash("the");
    private static readonly uint Possessive = WordReader.Hash("'s");

    private readonly HashTable _words;

    public DocumentEvidence(ReadOnlySpan<TagToken> tokens, List<Segment> segments, ReadOnlySpan<ulong> lists)
    {
        var count = 0;
        foreach (var segment in segments) count += segment.End - segment.Start;
        _words = new HashTable(count);
        foreach (var segment in segments)
        {
            for (var i = segment.Start; i < segment.End; i++)
            {
                if (tokens[i].Is(TokenForm.HasCapital)) _words.At(tokens[i].Word) |= tokens[i].Is(TokenForm.InHeading | TokenForm.InAllCapitals) ? 0 : Around(tokens, i, lists);
            }
        }
        foreach (ref readonly var token in tokens)
        {
            if (!token.Is(TokenForm.HasCapital | TokenForm.Sign) && _words.Find(token.Word, -1) >= 0) _words.At(token.Word) |= InSmallLetters;
        }
    }

    /// <summary>Whether evidence says that the text also writes the word without a capital.</summary>
    public static bool IsInSmallLetters(int evidence) => (evidence & InSmallLetters) != 0;

    public int Of(uint word) => _words.Find(word, 0);

    private static int Around(ReadOnlySpan<TagToken> tokens, int at, ReadOnlySpan<ulong> lists)
    {
        var found = 0;
        var isFirst = tokens[at].Is(TokenForm.SentenceStart);
        if (!isFirst) found |= WithinSentence;
        if (!isFirst && at > 0)
        {
            ref readonly var before = ref tokens[at - 1];
            if (before.Is(WordTraits.Title))
            {
                found |= AfterTitle;
            }
            else if (before.Is(TokenForm.Capital))
            {
                found |= AfterCapital;
                if ((lists[at - 1] & NameList.FirstNames) != 0) found |= AfterFirstName;
            }
            if (before.Is(WordTraits.PlacePreposition)) found |= AfterPreposition;
            if (before.Is(WordTraits.Speech)) found |= BesideSpeech;
            if (before.Word == The) found |= AfterThe;
        }
        if (at + 1 < tokens.Length && !tokens[at + 1].Is(TokenForm.SentenceStart))
        {
            ref readonly var after = ref tokens[at + 1];
            if (after.Is(WordTraits.Speech)) found |= BesideSpeech;
            if (after.Is(TokenForm.Capital)) found |= after.Is(WordTraits.OrganisationTail) ? BeforeTail : BeforeCapital;
            if (after.Word == Possessive) found |= BeforePossessive;
        }
        return (found & (AfterCapital | BeforeCapital | BeforeTail)) == 0 && !isFirst ? found | Alone : found;
    }
}
