using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Train.Languages;

/// <summary>A language that the model tells from others of its script.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Script">The script; a language that is written in two has one here.</param>
/// <param name="PriorNats">-ln of how common it is among news, English being 0; taste: only texts of a few words feel it.</param>
internal sealed record TrainedLanguage(string Code, Script Script, double PriorNats);

/// <summary>All languages of the model, with where their words come from.</summary>
internal static class TrainedLanguages
{
    private static readonly (Script Script, string Common, string Rare)[] Groups =
    [
        (Script.Latin, "en de fr es pt it nl", "sv da no fi pl cs sk sl hr hu ro tr ca gl eu et lv lt is sq id vi af sw tl cy ga"),
        (Script.Cyrillic, "ru", "uk bg sr mk be kk"),
        (Script.Arabic, "ar", "fa ur ps"),
        (Script.Devanagari, "hi", "mr ne"),
    ];

    /// <summary>Languages whose Snowball vocabulary is under the BSD licence; those made from Wikipedia and others are not used.</summary>
    public static Dictionary<string, string> SnowballFolders { get; } = new(StringComparer.Ordinal)
    {
        ["da"] = "danish",
        ["de"] = "german",
        ["en"] = "english",
        ["es"] = "spanish",
        ["fi"] = "finnish",
        ["hu"] = "hungarian",
        ["it"] = "italian",
        ["nl"] = "dutch",
        ["no"] = "norwegian",
        ["pt"] = "portuguese",
        ["ro"] = "romanian",
        ["ru"] = "russian",
        ["sv"] = "swedish",
        ["tr"] = "turkish",
    };

    public static ILookup<Script, TrainedLanguage> ByScript { get; } = (
        from languages in Groups
        from language in Of(languages.Common, languages.Script, 1.5).Concat(Of(languages.Rare, languages.Script, 4.5))
        select language).ToLookup(language => language.Script);

    private static IEnumerable<TrainedLanguage> Of(string codes, Script script, double priorNats) =>
        codes.Split(' ').Select(code => new TrainedLanguage(code, script, code == "en" ? 0 : priorNats));
}
