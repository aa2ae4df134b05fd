using System.Runtime.InteropServices;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Quotes;

internal enum QuoteTokenKind : byte
{
    Word,

    /// <summary>A stretch between quotation marks, whatever it holds.</summary>
    Marked,
    Comma,
    Dash,
    Colon,
    Semicolon,

    /// <summary>A mark that ends a sentence.</summary>
    Stop,

    /// <summary>The end of a paragraph.</summary>
    Break,
}

/// <summary>A word, a mark or a marked stretch of the body.</summary>
/// <param name="Start">Start in the body.</param>
/// <param name="End">End in the body, without 's.</param>
/// <param name="Number">Of a word the number of the mention it belongs to, else -1; of a marked stretch its own number.</param>
/// <param name="Tells">What the word may tell.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsCapital">Whether it begins with a capital letter.</param>
/// <param name="IsPossessive">Whether 's or an apostrophe follows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuoteToken(int Start, int End, int Number, SpeechWord Tells, QuoteTokenKind Kind, bool IsCapital = false, bool IsPossessive = false)
{
    public bool Has(SpeechWord words) => (Tells & words) != 0;

    /// <summary>Whether it is this word, in any case.</summary>
    public bool Is(string body, string word) =>
        Kind == QuoteTokenKind.Word && End - Start == word.Length && body.AsSpan(Start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsPause => Kind is QuoteTokenKind.Comma or QuoteTokenKind.Dash;
}

/// <summary>The tokens [First, End) of a sentence; marked stretches count as one token each.</summary>
/// <param name="First">Number of the first token.</param>
/// <param name="End">Number behind the last.</param>
/// <param name="Paragraph">Number of the paragraph.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuoteSentence(int First, int End, int Paragraph);

/// <summary>A mention of a name.</summary>
/// <param name="Start">Start in the body.</param>
/// <param name="End">End in the body.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Kind">What it names; a place never speaks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpeakerMention(int Start, int End, string Name, NameKind Kind);
