using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Analysis;

namespace NewsSearch.Bench.Kernels;

/// <summary>10,000 words of ASCII text -> tokens, by the short way for ASCII and by the plain one.</summary>
public class TokenizerKernels
{
    private const int Words = 10_000;

    private readonly Tokenizer _ascii = new();
    private readonly Tokenizer _plain = new(asciiPath: false);
    private string _text = "";

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(4);
        _text = string.Concat(Enumerable.Range(0, Words).Select(i => Word(random) + (i % 12 == 11 ? ". " : " ")));
    }

    [Benchmark(Baseline = true)]
    public int Plain() => Count(_plain);

    [Benchmark]
    public int Ascii() => Count(_ascii);

    private int Count(Tokenizer tokenizer)
    {
        tokenizer.Reset(_text.AsMemory());
        var length = 0;
        while (tokenizer.Next()) length += tokenizer.Term.Length;
        return length;
    }

    private static string Word(Random random)
    {
        var letters = new char[random.Next(1, 11)];
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)((i == 0 && random.Next(8) == 0 ? 'A' : 'a') + random.Next(26));
        return new string(letters);
    }
}
