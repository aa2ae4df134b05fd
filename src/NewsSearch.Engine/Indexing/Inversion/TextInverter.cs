using System.Runtime.CompilerServices;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>The texts of one thread's documents -> the lists over them, and their lengths. Each text is tokenized once for all its lists.</summary>
internal sealed class TextInverter
{
    private readonly IndexSchema _schema;
    private readonly ListInverter[] _lists;
    private readonly ListTarget[][] _targets;
    private readonly WordInverter[]? _words;
    private readonly List<byte>[] _lengthCodes;
    private readonly long[] _tokenCounts;
    private readonly SortedSet<string> _languages = new(StringComparer.Ordinal);
    private readonly ITokenSource[] _tokenizers;

    public TextInverter(IndexSchema schema)
    {
        _schema = schema;
        _lists = [.. schema.Lists.Select(list => new ListInverter(PostingsShape.Of(list)))];
        _targets = [.. schema.Texts.Select(text => TargetsOf(text.Name).ToArray())];
        _tokenizers = [.. schema.Texts.Select<TextField, ITokenSource>(text => text.Tokens == TokenRule.Words ? new Tokenizer() : new LetterRunTokenizer())];
        if (schema.Lists.Any(list => list.Form == TermForm.Stem)) _words = [.. _targets.Zip(_tokenizers, (targets, tokens) => new WordInverter(tokens, targets))];
        _lengthCodes = [.. schema.Texts.Select(_ => new List<byte>())];
        _tokenCounts = new long[schema.Texts.Count];
    }

    /// <summary>By list of the schema.</summary>
    public IReadOnlyList<ListInverter> Lists => _lists;

    /// <summary>By text, then by document.</summary>
    public IReadOnlyList<List<byte>> LengthCodes => _lengthCodes;

    public IReadOnlyList<long> TokenCounts => _tokenCounts;

    public IReadOnlyCollection<string> Languages => _languages;

    public long MemoryBytes => _lists.Sum(list => list.MemoryBytes) + _lengthCodes.Sum(codes => codes.Count);

    public void Add(IndexDocument document, DocId doc)
    {
        // "und" spelled out is no language of its own: it is stemmed as an empty one, here as in queries.
        var language = document.Language == TermBytes.UnknownLanguage ? "" : document.Language;
        _languages.Add(language.Length == 0 ? TermBytes.UnknownLanguage : language);
        for (var text = 0; text < _targets.Length; text++)
        {
            var lengthInTokens = AddText(document, doc, text, language);
            _lengthCodes[text].Add(LengthCode.Encode(lengthInTokens));
            _tokenCounts[text] += lengthInTokens;
        }
    }

    /// <summary>Length in tokens over all values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int AddText(IndexDocument document, DocId doc, int text, string language)
    {
        var lengthInTokens = 0;
        var firstPosition = 0;
        var (tokens, targets) = (_tokenizers[text], _targets[text]);
        foreach (var (field, value) in document.Texts)
        {
            if (field != _schema.Texts[text].Name) continue;
            tokens.Reset(value.AsMemory());
            var last = -1;
            while (tokens.Next())
            {
                last = firstPosition + tokens.Position;
                lengthInTokens++;
                if (_words is not null) _words[text].Add(language, doc, last);
                else AddExact(tokens, targets, doc, last);
            }

            _words?[text].LogPending(); // other texts may go into the same lists
            if (last >= 0) firstPosition = last + 1 + _schema.Texts[text].ValueGap;
        }

        return lengthInTokens;
    }

    // Without stems the terms of a word are the same in all lists: a table of words would only be one more look-up.
    private static void AddExact(ITokenSource tokens, ListTarget[] targets, DocId doc, int position)
    {
        var utf8 = tokens.Utf8(out var length);
        foreach (var target in targets) target.List.Add(utf8, length, doc, target.HasPositions ? position : target.Source);
    }

    private IEnumerable<ListTarget> TargetsOf(string text)
    {
        for (var i = 0; i < _schema.Lists.Count; i++)
        {
            var list = _schema.Lists[i];
            for (var source = 0; source < list.Texts.Count; source++)
            {
                if (list.Texts[source] == text) yield return new ListTarget(_lists[i], list.Form, list.HasPositions, source);
            }
        }
    }
}
