using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Names;

/// <summary>A place [Start, End) of a text where somebody is named.</summary>
/// <param name="Start">Start in the text.</param>
/// <param name="End">End in the text.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Entity">Number of the name among those of the article, from 1.</param>
/// <param name="Number">Number of the place among those of the name, from 1.</param>
/// <param name="Count">Places of the name.</param>
internal sealed record NamePlace(int Start, int End, string Name, int Entity, int Number, int Count)
{
    public static string Id(int entity, int number) => $"n{entity}-{number}";
}

/// <summary>A name in the list beside the text.</summary>
/// <param name="Name">The name.</param>
/// <param name="Url">Its page; null where it is a surname alone, of nobody knows whom.</param>
/// <param name="Mentions">How often it is mentioned (0: not counted).</param>
/// <param name="Entity">Number of the name among those of the article, from 1.</param>
/// <param name="Places">How many of the mentions are marked in the text.</param>
internal sealed record NameRow(string Name, string? Url, int Mentions, int Entity, int Places);

/// <summary>The names of an article -> where they stand in its text, and the list beside it.</summary>
internal sealed class NamedHere
{
    public NamedHere(Article article)
    {
        var names = new[] { ("person", article.People), ("org", article.Organisations), ("place", article.Places) }
            .SelectMany(kind => kind.Item2.Select(entity => (Kind: kind.Item1, Entity: entity))).OrderByDescending(name => name.Entity.Mentions.Count).ToList();
        var found = new List<(TextRange Range, int Entity)>();
        var end = 0;
        foreach (var (range, entity) in names.SelectMany((name, i) => name.Entity.Mentions.Select(range => (Range: range, i + 1))).OrderBy(mention => mention.Range.Start).ThenByDescending(mention => mention.Range.End))
        {
            if (range.Start < end || range.End <= range.Start || range.End > article.Body.Length) continue; // inside another name
            found.Add((range, entity));
            end = range.End;
        }

        var counts = found.CountBy(place => place.Entity).ToDictionary();
        var numbers = new int[names.Count + 1];
        Places = found.ConvertAll(place => new NamePlace(place.Range.Start, place.Range.End, names[place.Entity - 1].Entity.Name, place.Entity, ++numbers[place.Entity], counts[place.Entity]));
        Kinds =
        [
            .. names.Select((name, i) => (name.Kind, Row: new NameRow(name.Entity.Name, name.Entity.IsLone ? null : EntityUrl.For(name.Kind, name.Entity.Name), name.Entity.Mentions.Count, i + 1, counts.GetValueOrDefault(i + 1))))
                .GroupBy(name => name.Kind, name => name.Row, StringComparer.Ordinal).OrderBy(kind => FacetNames.All.IndexOf(kind.Key))
                .Select(kind => (FacetWords.Of(kind.Key).Many, (IReadOnlyList<NameRow>)[.. kind])),
        ];
    }

    /// <summary>In the order of the text, none inside another.</summary>
    public IReadOnlyList<NamePlace> Places { get; }

    /// <summary>Kind in words -> its names, those mentioned most first.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<NameRow> Names)> Kinds { get; }
}
