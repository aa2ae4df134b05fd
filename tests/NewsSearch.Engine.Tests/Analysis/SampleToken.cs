using NewsSearch.Engine.Analysis;

namespace NewsSearch.Engine.Tests.Analysis;

/// <summary>A token as a value.</summary>
internal sealed record SampleToken(int Start, int End, int Position, string Word, string Term)
{
    public static List<SampleToken> All(string text, bool asciiPath = true)
    {
        var tokens = new List<SampleToken>();
        var tokenizer = new Tokenizer(asciiPath);
        tokenizer.Reset(text.AsMemory());
        while (tokenizer.Next())
            tokens.Add(new SampleToken(tokenizer.Start, tokenizer.End, tokenizer.Position, tokenizer.Word.ToString(), tokenizer.Term.ToString()));
        return tokens;
    }
}
