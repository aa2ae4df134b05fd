using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace NewsSearch.Archive.Names;

/// <summary>What people decided about names of people, organisations and places: how they are shown, and of which kind they are.</summary>
/// <param name="Shown">Facet -> name as stored or as learned -> name shown instead, of chains the end; null where it is hidden.</param>
/// <param name="Retyped">Names of which the kind is another.</param>
public sealed record EntityChoices(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Shown, IReadOnlyList<RetypedName> Retyped)
{
    /// <summary>The facets that hold names.</summary>
    public static IReadOnlyList<string> Facets { get; } = ["person", "org", "place"];

    /// <summary>Nothing decided.</summary>
    public static EntityChoices None { get; } = new(ReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>>.Empty, []);

    /// <summary>Whether nothing is decided.</summary>
    [JsonIgnore]
    public bool IsEmpty => Retyped.Count == 0 && Shown.Values.All(names => names.Count == 0);

    /// <summary>Facets and names of which articles must be laid out anew, where others were decided before: all that have to do with a name that changed its kind.</summary>
    public IReadOnlyList<(string Facet, string Name)> MovedSince(EntityChoices before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var moved = Retyped.Except(before.Retyped).Select(name => (name.Facet, name.Name)).Concat(before.Retyped.Except(Retyped).Select(name => (Facet: name.To, name.Name))).ToHashSet();
        foreach (var name in Retyped.Intersect(before.Retyped))
        {
            if (ChangedSince(before, name.Facet) is var changed && changed.Contains(name.Name)) moved.UnionWith(changed.Select(one => (name.Facet, one)).Append((name.To, name.Name)));
        }
        return [.. moved];
    }

    /// <summary>Names of a facet that are shown otherwise now, with what they were and are shown as.</summary>
    private HashSet<string> ChangedSince(EntityChoices before, string facet)
    {
        var (now, then) = (NamesOf(this), NamesOf(before));
        return [.. now.Except(then).Concat(then.Except(now)).SelectMany(name => new[] { name.Key, name.Value }).OfType<string>()];

        IEnumerable<KeyValuePair<string, string?>> NamesOf(EntityChoices choices) => choices.Shown.GetValueOrDefault(facet, ReadOnlyDictionary<string, string?>.Empty);
    }
}

/// <summary>A name that is of another kind than the articles say.</summary>
/// <param name="Facet">The facet in which it was found.</param>
/// <param name="Name">The name, as it is shown there.</param>
/// <param name="To">The facet to which it belongs.</param>
public sealed record RetypedName(string Facet, string Name, string To);
