using System.Collections.ObjectModel;
using NewsSearch.Archive.Names;
using NewsSearch.Engine;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Archive.Embedded.Attachments;

/// <summary>What a rebuild learned and what people decided about names -> the value map of an index; all three are kept in it.</summary>
internal sealed class ShownNames(IndexWriter writer)
{
    private const string Outlet = "outlet";

    /// <summary>Facet -> value as found -> value shown, as learned.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Learned
    {
        get => Map().ToDictionary(
            facet => facet.Key,
            facet => facet.Key == Outlet ? Outlets.Learned
                : Entities is { } entities && EntityChoices.Facets.Contains(facet.Key) ? In(entities.Learned, facet.Key)
                : facet.Value.Where(name => name.Value is not null).ToDictionary(name => name.Key, name => name.Value!, StringComparer.Ordinal),
            StringComparer.Ordinal);
        set => Keep(value, Outlets.Aliases, Choices);
    }

    public IReadOnlyDictionary<string, string> OutletAliases
    {
        get => Outlets.Aliases;
        set => Keep(Learned, value, Choices);
    }

    public EntityChoices Choices
    {
        get => Entities?.Choices ?? EntityChoices.None;
        set => Keep(Learned, OutletAliases, value);
    }

    private OutletNames Outlets => writer.Attachments.TryGetValue(OutletNames.Attachment, out var json)
        ? OutletNames.FromUtf8(json)
        : new OutletNames(Map().GetValueOrDefault(Outlet, ReadOnlyDictionary<string, string?>.Empty).ToDictionary(name => name.Key, name => name.Value!, StringComparer.Ordinal), ReadOnlyDictionary<string, string>.Empty);

    private EntityNames? Entities => writer.Attachments.TryGetValue(EntityNames.Attachment, out var json) ? EntityNames.FromUtf8(json) : null;

    private IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Map() => writer.Values.Fields;

    private void Keep(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> learned, IReadOnlyDictionary<string, string> outlets, EntityChoices choices)
    {
        writer.Attachments[OutletNames.Attachment] = new OutletNames(In(learned, Outlet), outlets).ToUtf8();
        if (choices.IsEmpty) writer.Attachments.Remove(EntityNames.Attachment);
        else writer.Attachments[EntityNames.Attachment] = new EntityNames(EntityChoices.Facets.ToDictionary(facet => facet, facet => In(learned, facet), StringComparer.Ordinal), choices).ToUtf8();

        writer.Values = new ValueMap(learned.Keys.Append(Outlet).Union(choices.Shown.Keys).ToDictionary(
            facet => facet,
            IReadOnlyDictionary<string, string?> (facet) => Shown(
                In(learned, facet),
                facet == Outlet ? outlets.ToDictionary(alias => alias.Key, string? (alias) => alias.Value, StringComparer.Ordinal) : choices.Shown.GetValueOrDefault(facet, ReadOnlyDictionary<string, string?>.Empty)),
            StringComparer.Ordinal));
    }

    /// <summary>What people decided goes first; a name that they chose is not rewritten by what was learned.</summary>
    private static Dictionary<string, string?> Shown(IReadOnlyDictionary<string, string> learned, IReadOnlyDictionary<string, string?> decided)
    {
        var chosen = new Dictionary<string, string?>(decided, StringComparer.Ordinal);
        foreach (var name in decided.Values.OfType<string>())
        {
            if (learned.TryGetValue(name, out var form)) chosen.TryAdd(form, name);
            chosen.TryAdd(name, name);
        }
        var shown = learned.ToDictionary(
            form => form.Key,
            form => chosen.TryGetValue(form.Key, out var own) || chosen.TryGetValue(form.Value, out own) ? own : form.Value,
            StringComparer.Ordinal);
        foreach (var (name, instead) in chosen) shown[name] = instead;
        return shown.Where(form => form.Key != form.Value).ToDictionary(StringComparer.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> In(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> learned, string facet) =>
        learned.GetValueOrDefault(facet, ReadOnlyDictionary<string, string>.Empty);
}
