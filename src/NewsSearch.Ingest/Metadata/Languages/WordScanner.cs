namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>Text -> its words in lower case, each of one script. Words with digits, addresses and tags are left out: they are in no language.</summary>
/// <param name="text">The text.</param>
/// <param name="buffer">Room for <see cref="MaxLength"/> letters and a space on either side.</param>
internal ref struct WordScanner(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Letters of a word; what is longer is cut into several.</summary>
    public const int MaxLength = 40;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private int _at;
    private int _chunkEnd;

    /// <summary>The word between two spaces.</summary>
    public ReadOnlySpan<char> Padded { get; private set; }

    public readonly ReadOnlySpan<char> Word => Padded[1..^1];

    public Script Script { get; private set; }

    /// <summary>Whether it begins with a capital, as names do.</summary>
    public bool IsCapitalised { get; private set; }

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            if (_at >= _chunkEnd && !EnterChunk()) continue;
            Script = Scripts.Of(_text[_at]);
            if (Script <= Script.Mark) _at++;
            else return ReadWord();
        }
        return false;
    }

    /// <summary>Finds what stands between two spaces; false where it is passed over.</summary>
    private bool EnterChunk()
    {
        var (end, isAddress) = (_at, false);
        for (var before = ' '; end < _text.Length; before = _text[end++])
        {
            var unit = _text[end];
            if (char.IsWhiteSpace(unit) || Scripts.LeavesNoSpaces(Scripts.Of(unit))) break;
            isAddress |= unit is '@' or '/' or '\\' or '_' or '#' or (>= '0' and <= '9') || (before == '.' && end >= _at + 2 && char.IsAsciiLetterLower(unit));
        }
        _chunkEnd = end == _at ? _at + 1 : end; // a sign of a script without spaces is a chunk of its own
        if (isAddress) _at = end;
        return !isAddress;
    }

    private bool ReadWord()
    {
        IsCapitalised = char.IsUpper(_text[_at]);
        var length = 1;
        _buffer[0] = ' ';
        for (; _at < _text.Length && length <= MaxLength; _at++)
        {
            var script = Scripts.Of(_text[_at]);
            if (script == Script.Mark) continue;
            if (script != Script) break;
            _buffer[length++] = Lower(_text[_at]);
        }
        _buffer[length++] = ' ';
        Padded = _buffer[..length];
        return true;
    }

    /// <summary>One form for letters that are written in two ways: Romanian s and t with comma as with cedilla.</summary>
    private static char Lower(char letter) => letter < 0x80 ? (char)(letter | 0x20) : letter switch
    {
        'İ' => 'i',
        'Ș' or 'ș' => 'ş',
        'Ț' or 'ț' => 'ţ',
        _ => char.ToLowerInvariant(letter),
    };
}
