namespace NewsSearch.Bench.Walking;

/// <summary>Queries of every kind, made of the names that the archive holds.</summary>
internal sealed class WalkWords(Oracle oracle, Random random)
{
    private static readonly string[] Fields = ["person", "org", "place", "outlet", "author"];

    public string Next()
    {
        var (name, word, other) = (Name(), Word(), Word());
        return random.Next(16) switch
        {
            0 => "",
            1 => $"\"{name}\"",
            2 => $"{word} OR {other}",
            3 => $"{word} -{other}",
            4 => $"{word[..Math.Min(3, word.Length)]}*",
            5 => word.Remove(random.Next(word.Length), 1), // misspelt
            6 => $"title:{word}",
            7 => $"said:{word}",
            8 => $"person:\"{name}\"",
            9 => $"{word} date:{2000 + random.Next(26)}..",
            10 => $"\"{word} {other}\"~20",
            11 => $"{word} {other} {Word()} {Word()}",
            12 => $"\"{word} {other}\"",
            _ => word,
        };
    }

    private string Word() => Name().Split(' ') is var words && words[random.Next(words.Length)].Trim('"', '-', '+', '(', ')', '*', '?', '~', ':') is { Length: > 1 } word ? word : "the";

    private string Name()
    {
        var values = oracle.Any(random).Values(Fields[random.Next(Fields.Length)]);
        return values[random.Next(values.Length)].Replace('"', ' ');
    }
}
