using System.Globalization;
using static NewsSearch.Engine.Queries.QuerySigns;

namespace NewsSearch.Engine.Queries;

internal enum QueryTokenKind
{
    /// <summary>A word, a pattern, a phrase or a lone <c>*</c>; the token carries its node.</summary>
    Leaf,

    /// <summary><c>name:</c> with something directly behind it; the token carries the name in lower case.</summary>
    Field,

    Open,
    Close,
    And,
    Or,
    Not,
    Minus,
    Plus,
    End,
}

/// <summary>One sign of the query language and its place [Start, End) in the user's text.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, int End, QueryNode? Leaf = null, string? Field = null);

/// <summary>Query text -> tokens. One pass from left to right; whatever it meets, it goes on.</summary>
internal ref struct QueryLexer
{
    private readonly ReadOnlySpan<char> _text;
    private readonly QuerySyntax _syntax;
    private readonly QueryNotes _notes;
    private readonly List<QueryToken> _tokens = [];
    private int _at;
    private int _wordEnd;       // of the last word; behind a field's name the same word goes on
    private int _words;
    private bool _toldControl;

    private QueryLexer(ReadOnlySpan<char> text, QuerySyntax syntax, QueryNotes notes)
    {
        _text = text;
        _syntax = syntax;
        _notes = notes;
    }

    /// <summary>Guarantees: the last token, and only it, is <see cref="QueryTokenKind.End"/>.</summary>
    /// <remarks><paramref name="wasCut"/>: a limit cut the text short, so that what is open at its end is not the user's mistake.</remarks>
    public static List<QueryToken> Read(string text, QuerySyntax syntax, QueryNotes notes, out bool wasCut)
    {
        var length = LengthRead(text);
        if (length < text.Length)
            notes.Add($"The search is too long: only its first {length} characters were read.", length, text.Length);
        var lexer = new QueryLexer(text.AsSpan(0, length), syntax, notes);
        var stoppedEarly = !lexer.ReadAll();
        if (stoppedEarly)
            notes.Add($"The search has too many words: only the first {QueryLimits.Words} were read.", lexer._at, length);
        wasCut = stoppedEarly || length < text.Length;
        lexer._tokens.Add(new QueryToken(QueryTokenKind.End, length, length));
        return lexer._tokens;
    }

    private static int LengthRead(string text)
    {
        if (text.Length <= QueryLimits.TextLength)
            return text.Length;
        return char.IsHighSurrogate(text[QueryLimits.TextLength - 1]) ? QueryLimits.TextLength - 1 : QueryLimits.TextLength;
    }

    /// <summary>False if it stopped at the limit of words.</summary>
    private bool ReadAll()
    {
        while (SkipBlanks())
        {
            var sign = _text[_at];
            if (sign is '(' or ')')
                Add(sign == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, _at + 1);
            else if (sign is '+' or '-')
                ReadPrefix(sign);
            else if (_words == QueryLimits.Words)
                return false;
            else if (IsQuote(sign))
                ReadPhrase();
            else
                ReadWord();
        }
        return true;
    }

    private void Add(QueryTokenKind kind, int end)
    {
        _tokens.Add(new QueryToken(kind, _at, end));
        _at = end;
    }

    private void AddLeaf(QueryNode leaf) => _tokens.Add(new QueryToken(QueryTokenKind.Leaf, leaf.Span.Start, leaf.Span.End, leaf));

    private void ReadPrefix(char sign)
    {
        var end = _at + 1;
        while (end < _text.Length && _text[end] == sign) end++; // "--" is the typewriter's dash and excludes nothing
        if (end == _at + 1 && end < _text.Length && _text[end] != ')' && !IsBlank(_text[end]))
        {
            Add(sign == '+' ? QueryTokenKind.Plus : QueryTokenKind.Minus, end);
            return;
        }
        _notes.Add($"A {_text[_at..end]} that stands alone was left out.", _at, end);
        _at = end;
    }

    private void ReadPhrase()
    {
        var start = _at++;
        List<WordNode> words = [];
        while (SkipBlanks() && !IsQuote(_text[_at]) && _words < QueryLimits.Words)
        {
            var end = _at + 1;
            while (end < _text.Length && !IsBlank(_text[end]) && !IsQuote(_text[end]))
                end++;
            var node = QueryWord.Read(_text[_at..end], _at, _notes);
            if (node is WordNode word)
            {
                words.Add(word);
                _words++;
            }
            _at = end;
        }

        int? slop = null;
        if (_at < _text.Length && IsQuote(_text[_at]))
        {
            _at++;
            slop = ReadSlop();
        }
        else if (_at == _text.Length)
        {
            _notes.Add("The quotation mark is not closed: the phrase was read to the end.", start, start + 1);
        }

        var span = new QuerySpan(start, _at);
        if (words.Count > 0)
            AddLeaf(new PhraseNode(words, slop, span));
        else
            _notes.Add("There are no words between the quotation marks.", span.Start, span.End);
    }

    /// <summary>Reads <c>~5</c> directly behind a phrase.</summary>
    private int? ReadSlop()
    {
        if (_at == _text.Length || _text[_at] != '~')
            return null;
        var start = _at++;
        var slop = 0;
        var digits = _at;
        for (; _at < _text.Length && char.IsAsciiDigit(_text[_at]); _at++)
            slop = Math.Min((slop * 10) + (_text[_at] - '0'), QueryLimits.Slop + 1);
        if (_at == digits)
        {
            _notes.Add("A ~ behind a phrase needs a number of words; it was left out.", start, _at);
            return null;
        }
        if (slop > QueryLimits.Slop)
            _notes.Add($"A phrase may have at most {QueryLimits.Slop} other words in it.", start, _at);
        return Math.Min(slop, QueryLimits.Slop);
    }

    private void ReadWord()
    {
        _wordEnd = Math.Max(_wordEnd, _at + 1);
        while (_wordEnd < _text.Length && _text[_wordEnd] is not ('(' or ')') && !IsBlank(_text[_wordEnd]) && !IsQuote(_text[_wordEnd]))
            _wordEnd++;
        var end = _wordEnd;
        var word = _text[_at..end];

        var colon = word.IndexOf(':');
        if (colon > 0 && _syntax.Fields.ContainsKey(FieldName(word[..colon])))
        {
            ReadField(word, colon);
            return;
        }

        var keyword = word switch { "AND" => QueryTokenKind.And, "OR" => QueryTokenKind.Or, "NOT" => QueryTokenKind.Not, _ => QueryTokenKind.Leaf };
        if (keyword != QueryTokenKind.Leaf)
        {
            Add(keyword, end);
            return;
        }
        AddLeaf(QueryWord.Read(word, _at, _notes));
        _words++;
        _at = end;
    }

    private void ReadField(ReadOnlySpan<char> word, int colon)
    {
        var end = _at + colon + 1;
        if (end < _text.Length && !IsBlank(_text[end]) && _text[end] != ')')
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Field, _at, end, Field: FieldName(word[..colon])));
        }
        else
        {
            _notes.Add($"“{word}” was read as a word, because nothing stands directly behind it; a field needs its value there, without a blank.", _at, end);
            AddLeaf(new PlainWord(word.ToString(), new QuerySpan(_at, end)));
            _words++;
        }
        _at = end;
    }

    private static string FieldName(ReadOnlySpan<char> name) => name.ToString().ToLowerInvariant();

    /// <summary>False at the end of the text.</summary>
    private bool SkipBlanks()
    {
        for (; _at < _text.Length && IsBlank(_text[_at]); _at++)
        {
            if (_toldControl || !char.IsControl(_text[_at]) || char.IsWhiteSpace(_text[_at]))
                continue;
            _notes.Add("Control characters were read as spaces.", _at, _at + 1);
            _toldControl = true;
        }
        return _at < _text.Length;
    }
}

/// <summary>Which characters mean something in a query, in whatever form a keyboard or a pasted text brings them.</summary>
internal static class QuerySigns
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int FromWide = FirstWide - '!';

    /// <summary>Full-width forms become the ASCII signs and letters that they are wide forms of, one for one, so that places stay.</summary>
    /// <remarks>Not <c>？</c> and <c>～</c>: texts without blanks have them between words, where they would make patterns.</remarks>
    public static string Narrowed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstWide, LastWide))
            return text;
        return string.Create(text.Length, text, (narrow, wide) =>
        {
            for (var i = 0; i < wide.Length; i++)
                narrow[i] = wide[i] is >= FirstWide and <= LastWide and not ('？' or '～') ? (char)(wide[i] - FromWide) : wide[i];
        });
    }

    /// <summary>White space, control characters, and the invisible marks of writing direction that a pasted text brings along.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c)
        || (c >= '\u200B' && char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));

    /// <summary>Straight, curly, low, angle and corner quotes. Any of them opens a phrase and any closes it: editors mix them.</summary>
    public static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '«' or '»' or '「' or '」' or '『' or '』';
}
