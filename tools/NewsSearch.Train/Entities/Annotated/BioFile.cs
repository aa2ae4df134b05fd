using System.IO.Compression;
using System.Text;

namespace NewsSearch.Train.Entities.Annotated;

/// <summary>A <c>.bio.gz</c> file (token, tab, tag; empty line after a sentence) -> documents as running text.</summary>
internal static class BioFile
{
    private static readonly string[] Types = ["PER", "ORG", "LOC", "MISC"];

    public static IEnumerable<AnnotatedText> Read(string path) => Sentences(path).Select(Join);

    /// <summary>Documents as sentences of tokens with tags.</summary>
    public static IEnumerable<List<List<(string Token, string Tag)>>> Sentences(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<List<(string, string)>> document = [];
        List<(string, string)> sentence = [];
        while (reader.ReadLine() is { } line)
        {
            var isStart = line.StartsWith("-DOCSTART-", StringComparison.Ordinal);
            if (line.Length == 0 || isStart)
            {
                if (sentence.Count > 0) document.Add(sentence);
                sentence = [];
                if (!isStart || document.Count == 0) continue;
                yield return document;
                document = [];
                continue;
            }
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            sentence.Add((line[..tab], line[(tab + 1)..]));
        }
        if (sentence.Count > 0) document.Add(sentence);
        if (document.Count > 0) yield return document;
    }

    public static AnnotatedText Join(IEnumerable<List<(string Token, string Tag)>> sentences)
    {
        var text = new StringBuilder();
        var (names, ends) = (new List<GoldName>(), new List<int>());
        foreach (var sentence in sentences)
        {
            if (text.Length > 0) text.Append(text[^1] is '.' or '!' or '?' or '"' ? " " : "\n\n");
            Append(sentence, text, names);
            ends.Add(text.Length);
        }
        return new AnnotatedText(text.ToString(), names) { SentenceEnds = ends };
    }

    private static void Append(List<(string Token, string Tag)> sentence, StringBuilder text, List<GoldName> names)
    {
        var isQuoted = false;
        var isGlued = true;
        var (start, type) = (-1, 0);
        foreach (var (token, tag) in sentence)
        {
            var isQuote = token is "\"" or "``" or "''";
            if (!isGlued && !Follows(token) && !(isQuote && isQuoted)) text.Append(' ');
            if (start >= 0 && !tag.StartsWith("I-", StringComparison.Ordinal)) start = Close(text, names, start, type);
            if (tag.StartsWith("B-", StringComparison.Ordinal) || (start < 0 && tag.StartsWith("I-", StringComparison.Ordinal))) (start, type) = (text.Length, Array.IndexOf(Types, tag[2..]));
            text.Append(isQuote ? "\"" : token);
            isGlued = token is "(" or "[" or "$" or "#" or "“" || (isQuote && !isQuoted);
            if (isQuote) isQuoted = !isQuoted;
        }
        if (start >= 0) Close(text, names, start, type);
    }

    private static int Close(StringBuilder text, List<GoldName> names, int start, int type)
    {
        var end = text.Length;
        while (text[end - 1] == ' ') end--;
        if (type >= 0) names.Add(new GoldName(start, end, type));
        return -1;
    }

    private static bool Follows(string token) => token is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "..." or "n't" or "”" || (token.Length is 2 or 3 && token[0] is '\'' or '’');
}
