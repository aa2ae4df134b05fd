using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>Text of any language -> the names in it that the gazetteer holds and the text bears out: few, and nearly all right.</summary>
/// <remarks>
/// A person is a known given name and a known family name, twice in the text; a place is a large city or a country, within
/// a sentence. A word that the text also writes small is no name.
/// </remarks>
internal static class GazetteerTagger
{
    private static readonly Vocabulary Words = new([]);
    private static readonly ulong Given = NameList.Marks("first"), Family = NameList.Marks("last"), Places = NameList.Whole("country") | NameList.Whole("citybig"), Demonyms = NameList.Marks("demonym");

    public static List<NameMention> Tag(string text)
    {
        var prepared = new PreparedText(text, Words, NameListFile.Shared);
        var tokens = prepared.Tokens.AsSpan();
        var seen = new HashTable(tokens.Length);
        var found = new List<(NameMention Mention, uint Key)>();
        foreach (var segment in prepared.Segments)
        {
            for (var i = segment.Start; i < segment.End; i++)
            {
                if (IsPerson(prepared, segment, i))
                {
                    var key = Hashing.Mix(tokens[i].Word, tokens[i + 1].Word);
                    seen.At(key)++;
                    found.Add((new NameMention(tokens[i].Start, tokens[i + 1].End, NameKind.Person), key));
                    i++;
                }
                else if (IsPlace(prepared, segment, i))
                {
                    seen.At(tokens[i].Word) += 2;
                    found.Add((new NameMention(tokens[i].Start, tokens[i].End, NameKind.Place), tokens[i].Word));
                }
            }
        }
        return [.. found.Where(name => seen.Find(name.Key, 0) > 1).Select(name => name.Mention)];
    }

    private static bool IsPerson(PreparedText text, Segment segment, int at) =>
        at + 2 <= segment.End && StandsAlone(text, segment, at, at + 2) && IsName(text, at, Given) && IsName(text, at + 1, Family);

    private static bool IsPlace(PreparedText text, Segment segment, int at) =>
        StandsAlone(text, segment, at, at + 1) && !text.Tokens[at].Is(TokenForm.SentenceStart) && text.Tokens[at].End - text.Tokens[at].Start > 3
        && IsName(text, at, Places) && (text.Lists[at] & (Given | Demonyms)) == 0;

    /// <summary>Whether no word with a capital stands beside these.</summary>
    private static bool StandsAlone(PreparedText text, Segment segment, int start, int end) =>
        (start == segment.Start || !text.Tokens[start - 1].Is(TokenForm.HasCapital)) && (end == segment.End || !text.Tokens[end].Is(TokenForm.HasCapital));

    private static bool IsName(PreparedText text, int at, ulong lists)
    {
        var token = text.Tokens[at];
        return token.Is(TokenForm.Capital) && !token.Is(TokenForm.AllCapitals | TokenForm.HasDigit) && (text.Lists[at] & lists) != 0
            && !DocumentEvidence.IsInSmallLetters(text.Evidence.Of(token.Word));
    }
}
