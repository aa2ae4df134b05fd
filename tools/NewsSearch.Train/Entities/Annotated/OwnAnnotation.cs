using System.Globalization;
using System.Text;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Train.Entities.Annotated;

/// <summary>Sentences of the shared files that the developers annotated anew -> their people, organisations and places. Their texts are not kept.</summary>
/// <remarks>docs/tagger-formats.md describes the file own-annotation.txt.</remarks>
internal sealed class OwnAnnotation
{
    private const string Kinds = "POL";

    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    private readonly Dictionary<uint, (int First, int Last, string Type)[]> _sentences = [];

    public OwnAnnotation()
    {
        using var stream = typeof(OwnAnnotation).Assembly.GetManifestResourceStream("own-annotation.txt") ?? throw new InvalidOperationException("The file own-annotation.txt is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split(' ');
            _sentences.Add(uint.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), Array.ConvertAll(parts[1..], Name));
        }
    }

    public int Count => _sentences.Count;

    public bool Has(List<(string Token, string Tag)> sentence) => _sentences.ContainsKey(Key(sentence));

    /// <summary>The sentence with our names; of the others only those that are neither person, organisation nor place remain.</summary>
    public List<(string Token, string Tag)> Amended(List<(string Token, string Tag)> sentence)
    {
        if (!_sentences.TryGetValue(Key(sentence), out var names)) return sentence;
        var amended = sentence.ConvertAll(token => token.Tag.EndsWith("-MISC", StringComparison.Ordinal) ? token : (token.Token, Tag: "O"));
        foreach (var (first, last, type) in names)
        {
            for (var i = first; i <= last; i++) amended[i] = (amended[i].Token, (i == first ? "B-" : "I-") + type);
        }
        return amended;
    }

    private static uint Key(List<(string Token, string Tag)> sentence) => PackedResource.Checksum(Encoding.UTF8.GetBytes(string.Join(' ', sentence.Select(token => token.Token))));

    /// <summary>"P3-4": the tokens 3 and 4, from 0, are a person's name; "L7": token 7 is a place's.</summary>
    private static (int First, int Last, string Type) Name(string text)
    {
        var numbers = text[1..].Split('-');
        return (int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[^1], CultureInfo.InvariantCulture), Types[Kinds.IndexOf(text[0], StringComparison.Ordinal)]);
    }
}
