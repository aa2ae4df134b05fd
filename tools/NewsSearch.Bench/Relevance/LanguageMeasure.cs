namespace NewsSearch.Bench.Relevance;

/// <summary>How often the detected language is the stated one, for every set that states it. <c>newssearch-bench language</c> lists the mistakes.</summary>
internal sealed class LanguageMeasure : IMeasure
{
    private const double AtLeastOfArticles = 0.995;
    private const double AtLeastOfSentences = 0.97;

    public string Name => "language";

    public IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped)
    {
        foreach (var set in LanguageAccuracy.Run(data.Folder, stopped))
        {
            var remark = set.Corrected.Count == 0 ? "" : $", {set.Corrected.Count} relabelled";
            yield return new MeasureRow("language of whole articles" + remark, set.Set, set.ArticleShare, null, AtLeastOfArticles);
            yield return new MeasureRow("of first sentences" + remark, set.Set, set.SentenceShare, null, AtLeastOfSentences);
        }
    }
}
