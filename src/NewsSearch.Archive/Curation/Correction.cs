using System.Text.Json;

namespace NewsSearch.Archive.Curation;

/// <summary>What somebody decided a field of an article to be, whatever its source says.</summary>
/// <param name="Id">The article.</param>
/// <param name="Field">One of <see cref="Corrections.Fields"/>.</param>
/// <param name="Value">The value; several are separated by semicolons, and none says that the field is unknown.</param>
/// <param name="Made">When; null where the line, written by hand, does not tell.</param>
public sealed record Correction(string Id, string Field, string Value, DateTimeOffset? Made)
{
    /// <summary>Writes it as one object, as it stands in the file and in answers.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("field", Field);
        json.WriteString("value", Value);
        DecisionLine.WriteMade(json, Made);
        json.WriteEndObject();
    }

    /// <summary>One line of the file.</summary>
    internal string ToLine() => DecisionLine.Of(Write);

    /// <summary>Reads one line of the file; null, with a sentence, where it makes no sense.</summary>
    internal static Correction? Parse(string line, TimeProvider clock, out string? problem) => DecisionLine.Read(
        line,
        json =>
        {
            var (field, value) = (DecisionLine.Text(json, "field") ?? "", DecisionLine.Text(json, "value"));
            var read = new Correction(DecisionLine.Text(json, "id") ?? "", Corrections.NameOf(field) ?? "", value ?? "", DecisionLine.Made(json));
            return (read, read.Id.Length == 0 ? "It names no article: \"id\" is missing."
                : value is null ? "It gives no value: \"value\" is missing."
                : Corrections.Check(field, value, clock));
        },
        out problem);
}
