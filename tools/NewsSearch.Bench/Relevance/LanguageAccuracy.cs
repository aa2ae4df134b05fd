using System.Reflection;
using System.Text.RegularExpressions;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Bench.Relevance;

/// <summary>How often the detected language is the one that a set of articles states: for whole articles, and for their first sentences.</summary>
internal sealed partial class LanguageAccuracy
{
    /// <summary>What counts as a sentence holds so many letters at least: "By John Smith" says nothing about a language.</summary>
    private const int LeastLetters = 20;

    private LanguageAccuracy(string set) => Set = set;

    public string Set { get; }

    public int ArticleCount { get; private set; }

    public int ArticlesRight { get; private set; }

    public int SentenceCount { get; private set; }

    public int SentencesRight { get; private set; }

    public long CharacterCount { get; private set; }

    /// <summary>CPU time of the whole articles: other programs do not disturb it much.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>Articles of which the set states a wrong language (<see cref="WrongLabels"/>); they are counted by the right one.</summary>
    public List<string> Corrected { get; } = [];

    /// <summary>"article" or "sentence", the id, the stated and the found language, and the text.</summary>
    public List<(string Kind, string Id, string Stated, string? Found, string Text)> Mistakes { get; } = [];

    public double ArticleShare => ArticleCount == 0 ? 1 : (double)ArticlesRight / ArticleCount;

    public double SentenceShare => SentenceCount == 0 ? 1 : (double)SentencesRight / SentenceCount;

    /// <summary>The sets below a folder whose articles state their language, in the order of their names.</summary>
    public static IEnumerable<LanguageAccuracy> Run(string directory, CancellationToken stopped)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "docs.jsonl.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var measure = new LanguageAccuracy(Path.GetFileName(Path.GetDirectoryName(file)!));
            foreach (var some in SharedData.Read(file).Chunk(1000))
            {
                stopped.ThrowIfCancellationRequested();
                measure.Add(some);
            }
            if (measure.ArticleCount > 0) yield return measure;
        }
    }

    /// <summary>The first sentence of a text: to the first full stop behind enough letters, or to the end of its paragraph.</summary>
    public static string FirstSentence(string body)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(body))
        {
            var sentence = body[start..end.Index].Trim();
            if (sentence.Count(char.IsLetter) >= LeastLetters) return sentence;
            if (end.ValueSpan.Contains('\n')) start = end.Index + end.Length;
        }
        return body[start..].Trim();
    }

    private void Add(Article[] articles)
    {
        var before = Environment.CpuUsage.TotalTime;
        string?[] found = [.. articles.Select(article => LanguageDetector.Detect(article.Title, article.Body))];
        Spent += Environment.CpuUsage.TotalTime - before;
        for (var i = 0; i < articles.Length; i++)
        {
            if (LanguageCode.Of(articles[i].Language) is not { } stated) continue;
            var corrected = WrongLabels.Corrected(Set, articles[i].Id, stated);
            if (corrected is not null) Corrected.Add(articles[i].Id);
            Add(articles[i], corrected ?? stated, found[i]);
        }
    }

    private void Add(Article article, string stated, string? found)
    {
        CharacterCount += article.Body.Length + (article.Title?.Length ?? 0);
        ArticleCount++;
        if (found == stated) ArticlesRight++;
        else Mistakes.Add(("article", article.Id, stated, found, article.Body));

        var sentence = FirstSentence(article.Body);
        if (sentence.Sum(letter => char.IsLetter(letter) ? letter > '\u3000' ? 3 : 1 : 0) < LeastLetters) return;
        SentenceCount++;
        found = LanguageDetector.Detect(sentence);
        if (found == stated) SentencesRight++;
        else Mistakes.Add(("sentence", article.Id, stated, found, sentence));
    }

    [GeneratedRegex(@"(?<=[^\s.][.!?؟۔।])[\s""”»']|[。！？]|\n\s*\n")]
    private static partial Regex SentenceEnd();
}

/// <summary>Set and id of an article -> the language of its text, where the set states another. The list stands in wrong-labels.txt.</summary>
internal static class WrongLabels
{
    private const string Resource = "NewsSearch.Bench.Relevance.wrong-labels.txt";

    private static readonly Dictionary<(string Set, string Id), (string Stated, string Language)> Labels = Read();

    /// <summary>Null where the label is not known to be wrong.</summary>
    public static string? Corrected(string set, string id, string stated) => Labels.TryGetValue((set, id), out var label) && label.Stated == stated ? label.Language : null;

    private static Dictionary<(string Set, string Id), (string Stated, string Language)> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd().Split(' '))
            .ToDictionary(parts => (parts[0], parts[1]), parts => (parts[2], parts[3]));
    }
}
