using System.Runtime.InteropServices;

namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>How a token is written and where it stands. The numbers are part of the model, which hashes them.</summary>
[Flags]
internal enum TokenForm
{
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>It holds a capital.</summary>
    HasCapital = 2,

    /// <summary>Two letters or more, all of them capitals.</summary>
    AllCapitals = 4,

    HasDigit = 8,

    /// <summary>One capital, with or without a dot.</summary>
    Initial = 16,

    /// <summary>A sign, not a word.</summary>
    Sign = 32,

    /// <summary>First of a paragraph.</summary>
    ParagraphStart = 64,

    /// <summary>First of a sentence; it may owe its capital to that.</summary>
    SentenceStart = 128,

    /// <summary>In a sentence whose words nearly all have capitals, so that these tell little.</summary>
    InHeading = 512,

    /// <summary>In a sentence without small letters.</summary>
    InAllCapitals = 1024,

    /// <summary>Behind an opening quotation mark.</summary>
    AfterQuote = 2048,
}

/// <summary>A word or sign of a text, as numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TagToken
{
    /// <summary>Start in the text.</summary>
    public int Start;

    /// <summary>End in the text.</summary>
    public int End;

    /// <summary>Hash of the folded word, all digits being 0.</summary>
    public uint Word;

    /// <summary>Hash of the word as written.</summary>
    public uint Cased;

    /// <summary>Hash of its shape: capitals, small letters, digits, signs, runs cut to two.</summary>
    public uint Shape;

    public TokenForm Form;

    /// <summary>What the word lists say.</summary>
    public WordTraits Traits;

    /// <summary>Class of the word, see <see cref="WordClasses"/>; 0 where it has none.</summary>
    public ushort Class;

    /// <summary>The first four letters, folded, the first one lowest.</summary>
    public ulong Head;

    /// <summary>The last four letters, folded, the last one lowest.</summary>
    public ulong Tail;

    public readonly bool Is(TokenForm form) => (Form & form) != 0;

    public readonly bool Is(WordTraits traits) => (Traits & traits) != 0;
}
