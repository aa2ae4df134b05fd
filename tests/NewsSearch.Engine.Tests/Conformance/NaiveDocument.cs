using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>A token as the oracle keeps it: its place, the folded word, its stems in the document's language.</summary>
internal sealed record NaiveToken(int Position, string Term, IReadOnlyList<string> Stems);

/// <summary>A document as a plain list of tokens by text.</summary>
internal sealed class NaiveDocument
{
    private readonly Dictionary<string, List<NaiveToken>> _texts = new(StringComparer.Ordinal);

    public NaiveDocument(IndexDocument source, IndexSchema schema)
    {
        Source = source;
        Language = source.Language.Length == 0 ? TermBytes.UnknownLanguage : source.Language;
        foreach (var text in schema.Texts) _texts[text.Name] = [.. Tokens(text)];
    }

    public IndexDocument Source { get; }

    public string Language { get; }

    public IReadOnlyList<NaiveToken> Tokens(string text) => _texts[text];

    public IEnumerable<string> Values(string keyword) => Source.Keywords.Where(value => value.Field == keyword).Select(value => value.Value).Distinct();

    public long? Number(string field) => Source.Numbers.Where(number => number.Field == field).Select(number => (long?)number.Value).LastOrDefault();

    public static IEnumerable<(string Word, string Term)> Analyse(string text)
    {
        var tokenizer = new Tokenizer();
        tokenizer.Reset(text.AsMemory());
        while (tokenizer.Next()) yield return (tokenizer.Word.ToString(), tokenizer.Term.ToString());
    }

    public static IReadOnlyList<string> Stems(string word, string term, string language)
    {
        var forms = new StemForms();
        forms.Set(word, term, language == TermBytes.UnknownLanguage ? "" : language);
        return forms.Second.IsEmpty ? [forms.First.ToString()] : [forms.First.ToString(), forms.Second.ToString()];
    }

    private IEnumerable<NaiveToken> Tokens(TextField text)
    {
        var position = 0;
        foreach (var (_, value) in Source.Texts.Where(value => value.Field == text.Name))
        {
            var before = position;
            foreach (var (word, term) in Analyse(value)) yield return new NaiveToken(position++, term, Stems(word, term, Language));
            if (position > before) position += text.ValueGap;
        }
    }
}
