using System.Collections.Frozen;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Quotes;

/// <summary>What a word may tell about who speaks.</summary>
[Flags]
internal enum SpeechWord
{
    None = 0,

    /// <summary>Brings in somebody's words: "said", "wrote".</summary>
    Says = 1,

    /// <summary>Names the hearer before the words: "told".</summary>
    Tells = 2,

    /// <summary>Brings in a few words only: "called", "criticized".</summary>
    Calls = 4,

    /// <summary>Brings in words of the sentence's subject: "adding".</summary>
    Saying = 8,

    /// <summary>Brings in a name: "dubbed", "so-called".</summary>
    Naming = 16,

    /// <summary>What bears a title: "the book".</summary>
    NameNoun = 32,
    He = 64,
    She = 128,
    They = 256,
    It = 512,
    Who = 1024,

    /// <summary>May stand between subject and verb.</summary>
    Adverb = 2048,
    Definite = 4096,
    Indefinite = 8192,
    Preposition = 1 << 14,

    /// <summary>Begins another clause.</summary>
    Joint = 1 << 15,

    /// <summary>Joins a second verb to the same subject.</summary>
    Joins = 1 << 16,
    Title = 1 << 17,
    Male = 1 << 18,
    Female = 1 << 19,
    OrganisationNoun = 1 << 20,

    /// <summary>A text that speaks for its author: "the statement said".</summary>
    TextNoun = 1 << 21,

    /// <summary>A text that speaks for itself: "a report by the bank".</summary>
    Document = 1 << 22,
    PersonNoun = 1 << 23,

    /// <summary>A noun as often as a verb: "claims".</summary>
    Noun = 1 << 24,

    /// <summary>A verb only behind "to", "will" and their like: "denounce".</summary>
    Base = 1 << 25,

    /// <summary>Never a name, capital letter or not.</summary>
    NotName = 1 << 26,

    /// <summary>Makes the verb behind it passive: "was told".</summary>
    Be = 1 << 27,

    /// <summary>A day of the week: may stand between subject and verb.</summary>
    Day = 1 << 28,
    Pronoun = He | She | They | It,
}

/// <summary>Word -> what it may tell about who speaks. English; without regard to case.</summary>
internal static class SpeechWords
{
    private const int LongestWord = 16;

    private static readonly Dictionary<string, SpeechWord> Sections = new(StringComparer.Ordinal)
    {
        ["says"] = SpeechWord.Says,
        ["tells"] = SpeechWord.Tells,
        ["calls"] = SpeechWord.Calls,
        ["saying"] = SpeechWord.Saying,
        ["naming"] = SpeechWord.Naming,
        ["name-nouns"] = SpeechWord.NameNoun,
        ["he"] = SpeechWord.He,
        ["she"] = SpeechWord.She,
        ["they"] = SpeechWord.They,
        ["it"] = SpeechWord.It,
        ["who"] = SpeechWord.Who,
        ["adverbs"] = SpeechWord.Adverb,
        ["definite"] = SpeechWord.Definite,
        ["indefinite"] = SpeechWord.Indefinite,
        ["prepositions"] = SpeechWord.Preposition,
        ["joints"] = SpeechWord.Joint,
        ["joins"] = SpeechWord.Joins,
        ["titles"] = SpeechWord.Title,
        ["male"] = SpeechWord.Male,
        ["female"] = SpeechWord.Female,
        ["organisation-nouns"] = SpeechWord.OrganisationNoun,
        ["text-nouns"] = SpeechWord.TextNoun,
        ["documents"] = SpeechWord.Document,
        ["person-nouns"] = SpeechWord.PersonNoun,
        ["nouns"] = SpeechWord.Noun,
        ["base"] = SpeechWord.Base,
        ["not-names"] = SpeechWord.NotName,
        ["be"] = SpeechWord.Be,
        ["days"] = SpeechWord.Day,
    };

    private static readonly FrozenDictionary<string, SpeechWord>.AlternateLookup<ReadOnlySpan<char>> Words = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    public static SpeechWord Of(ReadOnlySpan<char> word) => word.Length <= LongestWord && Words.TryGetValue(word, out var tells) ? tells : SpeechWord.None;

    private static FrozenDictionary<string, SpeechWord> Read()
    {
        var tells = new Dictionary<string, SpeechWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, words) in WordSections.Read("speech.txt"))
        {
            foreach (var word in words) tells[word] = tells.GetValueOrDefault(word) | Sections[section];
        }
        return tells.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
