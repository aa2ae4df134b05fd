using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Output;

/// <summary>The cleaning rules -> a list: built-in, learned, and those switched off that are neither.</summary>
internal static class RuleList
{
    public static void Write(IReadOnlyList<RepeatedPassage> learned, IReadOnlySet<string> off, TextWriter output)
    {
        output.WriteLine("built-in:");
        foreach (var rule in BuiltInRule.All) output.WriteLine($"  {State(rule.Name)}{rule.Name,-22} {rule.Summary}");
        foreach (var outlet in learned.GroupBy(rule => rule.Outlet, StringComparer.Ordinal))
        {
            output.WriteLine($"\nlearned, {MarkedText.Plain(outlet.Key)}:");
            foreach (var rule in outlet)
            {
                var articles = string.Create(CultureInfo.InvariantCulture, $"{rule.Articles:N0} articles{(rule.Since is null ? "" : $" since {rule.Since}")}");
                output.WriteLine($"  {State(rule.Rule)}{rule.Rule,-22} {articles}: {MarkedText.Plain(rule.Text.ReplaceLineEndings(" "))}");
            }
        }
        if (Unknown(learned, off).ToList() is not { Count: > 0 } unknown) return;
        output.WriteLine("\nswitched off, not learned by the last rebuild:");
        foreach (var rule in unknown) output.WriteLine($"  off {MarkedText.Plain(rule)}");

        string State(string rule) => off.Contains(rule) ? "off " : "    ";
    }

    public static void Write(IReadOnlyList<RepeatedPassage> learned, IReadOnlySet<string> off, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("builtIn");
        foreach (var rule in BuiltInRule.All)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Name);
            json.WriteString("summary", rule.Summary);
            json.WriteBoolean("on", !off.Contains(rule.Name));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("learned");
        foreach (var rule in learned)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("outlet", rule.Outlet);
            json.WriteString("text", rule.Text);
            json.WriteNumber("articles", rule.Articles);
            if (rule.Since is not null) json.WriteString("since", rule.Since);
            json.WriteBoolean("on", !off.Contains(rule.Rule));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unknown");
        foreach (var rule in Unknown(learned, off)) json.WriteStringValue(rule);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> Unknown(IReadOnlyList<RepeatedPassage> learned, IReadOnlySet<string> off) =>
        off.Except(learned.Select(rule => rule.Rule)).Except(BuiltInRule.All.Select(rule => rule.Name)).Order(StringComparer.Ordinal);
}
