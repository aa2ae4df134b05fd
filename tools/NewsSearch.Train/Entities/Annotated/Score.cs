using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Train.Entities.Annotated;

/// <summary>Names found against names marked: exact ends and type, people, organisations and places only.</summary>
internal sealed class Score
{
    private readonly (int Right, int Found, int Gold)[] _types = new (int, int, int)[3];

    public (int Right, int Found, int Gold) All => (_types.Sum(type => type.Right), _types.Sum(type => type.Found), _types.Sum(type => type.Gold));

    public double F1 => F1Of(All);

    public double TypeF1(int type) => F1Of(_types[type]);

    public double Precision => (double)All.Right / Math.Max(1, All.Found);

    public double Recall => (double)All.Right / Math.Max(1, All.Gold);

    public static Score Of(IEnumerable<AnnotatedText> documents, Func<string, List<NameMention>> tagger)
    {
        var score = new Score();
        foreach (var document in documents) score.Add(document, tagger(document.Text));
        return score;
    }

    private void Add(AnnotatedText document, List<NameMention> found)
    {
        var gold = document.Names.Where(name => name.Type < 3).ToHashSet();
        foreach (var name in gold) _types[name.Type].Gold++;
        foreach (var mention in found)
        {
            var type = (int)mention.Kind;
            _types[type].Found++;
            if (gold.Contains(new GoldName(mention.Start, mention.End, type))) _types[type].Right++;
        }
    }

    private static double F1Of((int Right, int Found, int Gold) counts) => counts.Found + counts.Gold == 0 ? 0 : 200.0 * counts.Right / (counts.Found + counts.Gold);
}
