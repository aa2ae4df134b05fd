using System.Runtime.CompilerServices;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>The texts of documents -> the lists over them, and their lengths. Each text is tokenized once for all its lists.</summary>
internal sealed class TextInverter
{
    private readonly IndexSchema _schema;
    private readonly ListInverter[] _lists;
    private readonly Target[][] _targets;
    private readonly List<byte>[] _lengthCodes;
    private readonly long[] _tokenCounts;
    private readonly SortedSet<string> _languages = new(StringComparer.Ordinal);
    private readonly ITokenSource[] _tokenizers;
    private readonly StemTable _stems = new();

    public TextInverter(IndexSchema schema)
    {
        _schema = schema;
        _lists = [.. schema.Lists.Select(list => new ListInverter(new PostingsShape(list.Texts.Count, list.HasPositions)))];
        _targets = [.. schema.Texts.Select(text => TargetsOf(text.Name).ToArray())];
        _tokenizers = [.. schema.Texts.Select<TextField, ITokenSource>(text => text.Tokens == TokenRule.Words ? new Tokenizer() : new LetterRunTokenizer())];
        _lengthCodes = [.. schema.Texts.Select(_ => new List<byte>())];
        _tokenCounts = new long[schema.Texts.Count];
    }

    public IReadOnlyList<long> TokenCounts => _tokenCounts;

    public IReadOnlyList<string> Languages => [.. _languages];

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

    public void Write(SectionFileWriter file)
    {
        for (var text = 0; text < _schema.Texts.Count; text++)
        {
            file.Begin(SegmentSections.Lengths(_schema.Texts[text].Name)).Write(_lengthCodes[text].ToArray());
            file.End();
        }

        for (var i = 0; i < _lists.Length; i++)
        {
            var (list, inverter) = (_schema.Lists[i], _lists[i]);
            byte[][] lengthCodes = [.. list.Texts.Select(text => _lengthCodes[_schema.Texts.NumberOf(text)].ToArray())];
            TermIndexWriter.Write(
                file, SegmentSections.Postings(list.Name), SegmentSections.Terms(list.Name),
                list.HasPositions ? SegmentSections.Positions(list.Name) : null,
                (terms, postings, positions) => inverter.Write(terms, postings, positions, lengthCodes));
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
                foreach (var target in targets)
                {
                    if (target.Form == TermForm.Exact) target.List.Add(tokens.Utf8(out var length), length, doc, target.HasPositions ? last : target.Source);
                    else AddStems(target, _stems.Of(tokens.Word, tokens.Term, language), doc);
                }
            }

            if (last >= 0) firstPosition = last + 1 + _schema.Texts[text].ValueGap;
        }

        return lengthInTokens;
    }

    private static void AddStems(Target target, in StemTerms stems, DocId doc)
    {
        target.List.Add(stems.FirstKey, stems.First, doc, target.Source);
        if (stems.Second is not null) target.List.Add(stems.SecondKey, stems.Second, doc, target.Source);
    }

    private IEnumerable<Target> TargetsOf(string text)
    {
        for (var i = 0; i < _schema.Lists.Count; i++)
        {
            var source = _schema.Lists[i].Texts.ToList().IndexOf(text);
            if (source >= 0) yield return new Target(_lists[i], _schema.Lists[i].Form, _schema.Lists[i].HasPositions, source);
        }
    }

    private sealed record Target(ListInverter List, TermForm Form, bool HasPositions, int Source);
}
