using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>Names of months and weekdays, whole or cut, in the common languages -> which one.</summary>
internal static class Calendar
{
    /// <summary>Shorter beginnings of a name stand for nothing.</summary>
    private const int ShortestAbbreviation = 3;

    /// <summary>Only alphabets abbreviate by leaving out the end; taste: up to and with Cyrillic.</summary>
    private const char LastAlphabetic = '\u052F';

    private static readonly Lazy<(Names Months, Names Weekdays)> Loaded = new(Load);

    /// <summary>1 to 12; 0 where the word names no month. The language, if known, is asked first.</summary>
    public static int Month(string word, string? language) => Loaded.Value.Months.Of(word, language) + 1;

    /// <summary>The day of the week; null where the word names none.</summary>
    public static DayOfWeek? Weekday(string word, string? language) =>
        Loaded.Value.Weekdays.Of(word, language) is >= 0 and var fromMonday ? (DayOfWeek)((fromMonday + 1) % 7) : null;

    private static (Names Months, Names Weekdays) Load()
    {
        using var stream = typeof(Calendar).Assembly.GetManifestResourceStream("calendar.txt")
            ?? throw new InvalidOperationException("calendar.txt is missing from the program.");
        using var reader = new StreamReader(stream);
        Names months = new(), weekdays = new();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            months.Add(parts[0], parts[1]);
            weekdays.Add(parts[0], parts[2]);
        }
        return (months, weekdays);
    }

    /// <summary>Words of all languages -> place in the list. Whole names go before beginnings, earlier languages before later ones.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Dictionary<string, int>> _byLanguage = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _beginnings = new(StringComparer.Ordinal);

        public void Add(string language, string names)
        {
            var own = _byLanguage[language] = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (variants, place) in names.Split(' ').Select((variants, place) => (variants, place)))
            {
                foreach (var name in variants.Split('/').Select(NameKey.Of))
                {
                    own[name] = place;
                    _places.TryAdd(name, place);
                    for (var length = ShortestAbbreviation; length < name.Length && name[0] <= LastAlphabetic; length++)
                    {
                        own.TryAdd(name[..length], place);
                        _beginnings.TryAdd(name[..length], place);
                    }
                }
            }
        }

        /// <summary>-1 where the word is none of them.</summary>
        public int Of(string word, string? language)
        {
            var key = NameKey.Of(word);
            return language is not null && _byLanguage.TryGetValue(language, out var own) && own.TryGetValue(key, out var place) ? place
                : _places.TryGetValue(key, out place) ? place
                : _beginnings.TryGetValue(key, out place) ? place
                : -1;
        }
    }
}
