using System.Text;

namespace NewsSearch.Engine.Analysis;

/// <summary>Maximal runs of letters and decimal digits by code point, lower-cased: the rule that every compared engine can follow.</summary>
internal sealed class LetterRunTokenizer : ITokenSource
{
    private ReadOnlyMemory<char> _text;
    private char[] _term = new char[256];
    private int _termLength;
    private int _at;

    public int Start { get; private set; }

    public int End => _at;

    public int Position { get; private set; } = -1;

    public ReadOnlySpan<char> Word => Term;

    public ReadOnlySpan<char> Term => _term.AsSpan(0, _termLength);

    public void Reset(ReadOnlyMemory<char> text)
    {
        _text = text;
        _at = 0;
        Position = -1;
    }

    public bool Next()
    {
        var text = _text.Span;
        _termLength = 0;
        while (_at < text.Length)
        {
            Rune.DecodeFromUtf16(text[_at..], out var rune, out var length);
            if (!Rune.IsLetterOrDigit(rune))
            {
                if (_termLength > 0) break;
                _at += length;
                continue;
            }

            if (_termLength == 0) Start = _at;
            if (_term.Length < _termLength + 2) Array.Resize(ref _term, 2 * _term.Length);
            _termLength += Rune.ToLowerInvariant(rune).EncodeToUtf16(_term.AsSpan(_termLength));
            _at += length;
        }

        if (_termLength > 0) Position++;
        return _termLength > 0;
    }
}
