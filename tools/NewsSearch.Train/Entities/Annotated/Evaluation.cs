using System.Globalization;
using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Train.Entities.Annotated;

/// <summary>The sets that the tagger never learns from -> a table of what it finds in them.</summary>
internal static class Evaluation
{
    public static IEnumerable<string> Table(string folder, string? world, NameTagger tagger)
    {
        yield return "| set | documents | names | precision | recall | F1 | people | organisations | places |";
        yield return "| --- | --: | --: | --: | --: | --: | --: | --: | --: |";
        foreach (var set in (string[])["voa.dev", "wikigold"]) yield return Row(set, [.. BioFile.Read(Path.Combine(folder, "train", set + ".bio.gz"))], tagger);
        if (world is not null) yield return Row("en-worldwide-newswire", WorldFile.Read(world), tagger);
    }

    /// <summary>Text to mentions on one thread, by the processor time of this process; the first round only warms up.</summary>
    public static string Speed(IReadOnlyList<string> texts, NameTagger tagger)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 6; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) tagger.Tag(text);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        var megabytes = texts.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text)) / 1e6;
        return string.Create(CultureInfo.InvariantCulture, $"tagger: {megabytes / best:F1} MB of text per second of one core ({megabytes:F1} MB, best of five rounds, collector included)");
    }

    private static string Row(string name, List<AnnotatedText> documents, NameTagger tagger)
    {
        var score = Score.Of(documents, tagger.Tag);
        double[] shares = [100 * score.Precision, 100 * score.Recall, score.F1, score.TypeF1(0), score.TypeF1(1), score.TypeF1(2)];
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {documents.Count:N0} | {score.All.Gold:N0} | {string.Join(" | ", shares.Select(share => share.ToString("F2", CultureInfo.InvariantCulture)))} |");
    }
}
