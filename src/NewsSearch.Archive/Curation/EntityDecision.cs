using System.Text.Json;
using NewsSearch.Archive.Names;

namespace NewsSearch.Archive.Curation;

/// <summary>What somebody decided about the name of a person, organisation or place.</summary>
/// <param name="Does">One of <see cref="Merge"/>, <see cref="Rename"/>, <see cref="Hide"/>, <see cref="Retype"/>.</param>
/// <param name="Kind">Facet of the name: person, org or place.</param>
/// <param name="Name">The name, as it is shown without the decision.</param>
/// <param name="To">The name shown instead, or the kind that it is; null where it is hidden.</param>
/// <param name="Made">When; null where the line, written by hand, does not tell.</param>
public sealed record EntityDecision(string Does, string Kind, string Name, string? To, DateTimeOffset? Made)
{
    /// <summary>Shows the name as another that the archive has.</summary>
    public const string Merge = "merge";

    /// <summary>Shows the name in another form.</summary>
    public const string Rename = "rename";

    /// <summary>Shows the name nowhere.</summary>
    public const string Hide = "hide";

    /// <summary>Moves the name to another kind.</summary>
    public const string Retype = "retype";

    /// <summary>A name that the tagger finds is no longer; taste.</summary>
    private const int LongestName = 100;

    /// <summary>The kinds of names, as facets are called.</summary>
    public static IReadOnlyList<string> Kinds => EntityChoices.Facets;

    /// <summary>What is wrong with it, as a sentence; null where nothing is.</summary>
    public string? Problem =>
        Does is not (Merge or Rename or Hide or Retype) ? $"'{Does}' is nothing to do with a name: it can be {Merge}, {Rename}, {Hide} or {Retype}."
        : !Kinds.Contains(Kind) ? $"'{Kind}' is no kind of names; there are {string.Join(", ", Kinds)}."
        : string.IsNullOrWhiteSpace(Name) ? "It names nobody: \"name\" is missing."
        : Does == Hide ? null
        : string.IsNullOrWhiteSpace(To) ? "It does not say what instead: \"to\" is missing."
        : Does == Retype && !Kinds.Contains(To) ? $"'{To}' is no kind of names; there are {string.Join(", ", Kinds)}."
        : To == (Does == Retype ? Kind : Name) ? $"'{Name}' is that already."
        : Does == Rename && !IsShowable(To) ? $"A name that is shown has a letter or digit, no control character, and at most {LongestName} characters."
        : null;

    private static bool IsShowable(string name) => name.Length <= LongestName && name.Any(char.IsLetterOrDigit) && !name.Any(char.IsControl);

    /// <summary>Writes it as one object, as it stands in the file and in answers.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("do", Does);
        json.WriteString("kind", Kind);
        json.WriteString("name", Name);
        if (To is not null) json.WriteString("to", To);
        DecisionLine.WriteMade(json, Made);
        json.WriteEndObject();
    }

    /// <summary>One line of the file.</summary>
    internal string ToLine() => DecisionLine.Of(Write);

    /// <summary>Reads one line of the file; null, with a sentence, where it makes no sense.</summary>
    internal static EntityDecision? Parse(string line, out string? problem) => DecisionLine.Read(
        line,
        json =>
        {
            var does = Text("do") ?? "";
            var read = new EntityDecision(does, Text("kind") ?? "", Text("name")?.Trim() ?? "", does == Hide ? null : Text("to")?.Trim(), DecisionLine.Made(json));
            return (read, read.Problem);

            string? Text(string name) => DecisionLine.Text(json, name);
        },
        out problem);
}
