using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Quotes;

/// <summary>Whom "he", "the president" and "the agency" mean at the place that was read to.</summary>
/// <remarks>The one who spoke last or who was the subject of the last sentence; not the one named last.</remarks>
internal sealed class Focus
{
    private readonly Dictionary<string, Speaker> _byTitle = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SpeechWord> _genders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Speaker> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Speaker> _byLastWord = new(StringComparer.Ordinal);
    private Speaker? _last;
    private Speaker? _lastMan;
    private Speaker? _lastWoman;
    private Speaker? _lastOrganisation;

    /// <summary>Whoever spoke last, named or not.</summary>
    public Speaker? Last => _last;

    /// <summary>The subject or speaker of a sentence.</summary>
    public void Set(Speaker speaker)
    {
        if (speaker.By != SpeechWord.None) speaker = speaker with { By = SpeechWord.None };
        _last = speaker;
        if (speaker.Name is null || !speaker.IsPerson) return;
        if (speaker.Name.Contains(' '))
        {
            _byFirstWord[speaker.Name[..speaker.Name.IndexOf(' ')]] = speaker;
            _byLastWord[speaker.Name[(speaker.Name.LastIndexOf(' ') + 1)..]] = speaker;
        }
        var gender = GenderOf(speaker.Name);
        if (gender != SpeechWord.Female) _lastMan = speaker;
        if (gender != SpeechWord.Male) _lastWoman = speaker;
    }

    /// <summary>The bearer of a surname who was spoken of last; null where there was none, or where the word is no surname of the one it was taken for.</summary>
    /// <param name="name">Whom the surname was taken for.</param>
    /// <param name="surname">The name as written.</param>
    public Speaker? Namesake(string name, ReadOnlySpan<char> surname)
    {
        if (surname.Length >= name.Length || surname.Contains(' ')) return null;
        var byWord = name.EndsWith(surname) ? _byLastWord : name.StartsWith(surname) ? _byFirstWord : null;
        return byWord is not null && byWord.TryGetValue(surname.ToString(), out var other) && (GenderOf(other.Name!) | GenderOf(name)) != (SpeechWord.Male | SpeechWord.Female) ? other : null;
    }

    /// <summary>The organisation named last.</summary>
    public Speaker? LastOrganisation => _lastOrganisation;

    /// <summary>An organisation was named: "the State Archives" is from here on "the archives" too.</summary>
    /// <param name="speaker">The organisation.</param>
    /// <param name="word">The word of its name that was read; the last one stays.</param>
    public void SetOrganisation(Speaker speaker, ReadOnlySpan<char> word)
    {
        _lastOrganisation = speaker;
        if (word.Length < speaker.Name!.Length && speaker.Name.EndsWith(word)) _byTitle[word.ToString()] = speaker;
    }

    /// <summary>"Greens leader Anna Lind": from here on she is "the Greens leader" and "the leader", and a "Ms." has a gender.</summary>
    public void Note(string name, ReadOnlySpan<char> title, ReadOnlySpan<char> modifier, SpeechWord tells)
    {
        _byTitle[title.ToString()] = new Speaker(name);
        if (!modifier.IsEmpty) _byTitle[$"{modifier} {title}"] = new Speaker(name);
        if ((tells & (SpeechWord.Male | SpeechWord.Female)) != 0) _genders[name] = tells & (SpeechWord.Male | SpeechWord.Female);
    }

    /// <summary>Whom a pronoun means; null where nobody fits.</summary>
    public Speaker? Meant(SpeechWord pronoun)
    {
        if ((pronoun & SpeechWord.It) != 0) return _last?.Name is not null && _last.Name == _lastOrganisation?.Name ? _last : Speaker.Unnamed;
        if ((pronoun & SpeechWord.They) != 0) return _last is { Name: null } or { IsPerson: false } ? _last : null;
        if (_last is not { Name: { } name }) return _last;
        if (!_last.IsPerson) return (pronoun & SpeechWord.He) != 0 ? _lastMan : _lastWoman;
        var gender = GenderOf(name);
        if ((pronoun & SpeechWord.He) != 0) return gender == SpeechWord.Female ? _lastMan : _last;
        return gender == SpeechWord.Male ? _lastWoman : _last;
    }

    /// <summary>Whom "the president", "the company", "the statement" mean.</summary>
    /// <param name="noun">"president".</param>
    /// <param name="modifier">The word between it and "the", if any.</param>
    /// <param name="tells">What the noun tells.</param>
    public Speaker? Meant(ReadOnlySpan<char> noun, ReadOnlySpan<char> modifier, SpeechWord tells)
    {
        if (_byTitle.Count > 0 && _byTitle.TryGetValue(modifier.IsEmpty ? noun.ToString() : $"{modifier} {noun}", out var titled)) return titled;
        if ((tells & SpeechWord.OrganisationNoun) != 0) return _lastOrganisation is null ? null : _lastOrganisation with { By = SpeechWord.OrganisationNoun };
        if ((tells & (SpeechWord.TextNoun | SpeechWord.Title | SpeechWord.PersonNoun)) == 0 && !IsPersonNoun(noun)) return null;
        if (_last is not { Name: { } name }) return _last;
        if ((tells & SpeechWord.TextNoun) != 0) return _last with { By = SpeechWord.TextNoun };
        if (!_last.IsPerson) return null;
        var gender = GenderOf(name);
        return ((tells & SpeechWord.Male) != 0 && gender == SpeechWord.Female) || ((tells & SpeechWord.Female) != 0 && gender == SpeechWord.Male) ? null : _last with { By = SpeechWord.PersonNoun };
    }

    /// <summary>Whether somebody may be "he" or "she", as far as is known.</summary>
    public bool Fits(Speaker speaker, SpeechWord pronoun) =>
        speaker.Name is { } name && GenderOf(name) != ((pronoun & SpeechWord.He) != 0 ? SpeechWord.Female : SpeechWord.Male);

    /// <summary>"the lawmaker", "the 40-year-old".</summary>
    private static bool IsPersonNoun(ReadOnlySpan<char> noun) =>
        noun.EndsWith("man") || noun.EndsWith("woman") || noun.EndsWith("ist") || noun.EndsWith("maker") || noun.EndsWith("-old") || noun.EndsWith("ian") || (noun.Length > 5 && (noun.EndsWith("er") || noun.EndsWith("or")));

    private SpeechWord GenderOf(string name)
    {
        if (_genders.TryGetValue(name, out var known)) return known;
        var given = name.Split(' ', 2)[0];
        var gender = Lexicon.Shared.Section("female").Contains(given) ? SpeechWord.Female : Lexicon.Shared.Section("male").Contains(given) ? SpeechWord.Male : SpeechWord.None;
        return _genders[name] = gender;
    }
}
