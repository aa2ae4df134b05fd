namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Text -> words and signs with their places. Splits "Russian-made" and "Kim's", keeps "Jong-un", "O'Brien", "U.S." and "AT&amp;T".</summary>
/// <remarks>Time: linear. Adjoining equal signs are one token.</remarks>
internal sealed class Tokenizer
{
    private readonly string _text;
    private readonly Vocabulary _words;
    private TagToken[] _tokens;
    private int _count;
    private TokenForm _next = TokenForm.ParagraphStart | TokenForm.SentenceStart;

    private Tokenizer(string text, Vocabulary words)
    {
        (_text, _words) = (text, words);
        _tokens = new TagToken[text.Length / 5 + 16];
    }

    public static ArraySegment<TagToken> Tokenize(string text, Vocabulary words)
    {
        var tokenizer = new Tokenizer(text, words);
        tokenizer.Run();
        SentenceForms.Mark(tokenizer._tokens.AsSpan(0, tokenizer._count));
        return new ArraySegment<TagToken>(tokenizer._tokens, 0, tokenizer._count);
    }

    private void Run()
    {
        for (var i = 0; i < _text.Length;)
        {
            var c = _text[i];
            if (char.IsWhiteSpace(c)) i = SkipSpace(i);
            else if (IsLetter(c)) i = ReadWord(i);
            else i = ReadSign(i);
        }
    }

    private int SkipSpace(int i)
    {
        var lines = 0;
        for (; i < _text.Length && char.IsWhiteSpace(_text[i]); i++)
        {
            if (_text[i] == '\n') lines++;
        }
        if (lines > 1) _next |= TokenForm.ParagraphStart | TokenForm.SentenceStart;
        return i;
    }

    private int ReadWord(int start)
    {
        var end = start;
        var hyphen = -1;
        while (end < _text.Length)
        {
            var c = _text[end];
            if (IsLetter(c) || (c == '.' && EndsAcronym(start, end) && !(end + 1 < _text.Length && IsLetter(_text[end + 1]))))
            {
                end++;
            }
            else if (end + 1 < _text.Length && IsLetter(_text[end + 1]) && JoinsLetters(start, end))
            {
                if (c is '-' or '‐' or '‑' && hyphen < 0)
                {
                    hyphen = end;
                    // Read no farther: "US-UK-US-UK-…" would be read to its end from every hyphen.
                    if (SplitsBefore(start, hyphen)) break;
                }
                end++;
            }
            else
            {
                break;
            }
        }
        if (hyphen == end || (hyphen > start && char.IsUpper(_text[start]) && _words.IsHyphenTail(_text.AsSpan(hyphen + 1, end - hyphen - 1)))) end = hyphen;
        else if (end < _text.Length && _text[end] == '.' && _words.IsAbbreviation(_text.AsSpan(start, end - start))) end++;
        Add(start, end);
        return end;
    }

    /// <summary>Whether the sign between two letters is part of the word.</summary>
    private bool JoinsLetters(int start, int at)
    {
        var (before, c, after) = (_text[at - 1], _text[at], _text[at + 1]);
        return c switch
        {
            '-' or '‐' or '‑' => true,
            '\'' or '’' => !(after is 's' or 'S') || (at + 2 < _text.Length && IsLetter(_text[at + 2])),
            '&' => char.IsUpper(before) && char.IsUpper(after),
            '.' => char.IsDigit(before) && char.IsDigit(after) || char.IsLower(after) || (char.IsUpper(after) && IsLoneCapital(start, at - 1)),
            ',' => char.IsDigit(before) && char.IsDigit(after),
            '_' => true,
            _ => false,
        };
    }

    /// <summary>The dot of "J." and the last of "U.S.": behind a capital that stands alone.</summary>
    private bool EndsAcronym(int start, int at) => at > start && IsLoneCapital(start, at - 1);

    private bool IsLoneCapital(int start, int at) => char.IsUpper(_text[at]) && (at == start || _text[at - 1] is '.' or '-');

    /// <summary>"Iran-Iraq" is two words by its first half alone; "Russian-made" and "U.S.-led" are by their second; "Jong-un" and "Al-Jazeera" are one.</summary>
    private bool SplitsBefore(int start, int hyphen) =>
        char.IsUpper(_text[start]) && char.IsUpper(_text[hyphen + 1]) && _words.IsPlaceOrPeople(_text.AsSpan(start, hyphen - start));

    private int ReadSign(int start)
    {
        var c = _text[start];
        var end = start + 1;
        var isPossessive = c is '\'' or '’' && end < _text.Length && _text[end] is 's' or 'S' && _count > 0 && _tokens[_count - 1].End == start;
        if (isPossessive && (end + 1 == _text.Length || !IsLetter(_text[end + 1])))
        {
            end++;
        }
        else
        {
            while (end < _text.Length && _text[end] == c) end++;
        }
        Add(start, end);
        if (c is '.' or '!' or '?' or '…') _next |= TokenForm.SentenceStart;
        return end;
    }

    private void Add(int start, int end)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, _count * 2);
        ref var token = ref _tokens[_count];
        WordReader.Read(_text.AsSpan(start, end - start), ref token);
        (token.Start, token.End) = (start, end);
        token.Form |= _next;
        // A closing quotation mark or bracket belongs to the sentence before; a small letter goes on with it.
        if (token.Is(TokenForm.SentenceStart) && !token.Is(TokenForm.ParagraphStart) && !token.Is(TokenForm.Capital | TokenForm.HasDigit))
        {
            token.Form &= ~TokenForm.SentenceStart;
            _next = token.Is(TokenForm.Sign) ? TokenForm.SentenceStart : TokenForm.None;
        }
        else
        {
            _next = token.Is(TokenForm.Sign) && token.Is(TokenForm.SentenceStart) ? token.Form & TokenForm.SentenceStart : TokenForm.None;
        }
        if (_text[start] is '"' or '“' or '‘' && end - start == 1) _next |= TokenForm.AfterQuote;
        _words.Describe(ref token, _text.AsSpan(start, end - start));
        _count++;
    }

    private static bool IsLetter(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is >= '\u0300' and <= '\u036F' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
