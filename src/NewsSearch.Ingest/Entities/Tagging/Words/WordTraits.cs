namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>What a word does beside names. The names of the sections in tagger-words.txt.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>Stands before a person: President, Mr.</summary>
    Title = 1,

    /// <summary>Ends the name of an organisation: Inc, Ministry.</summary>
    OrganisationTail = 2,

    /// <summary>May stand inside a name: of, and, the.</summary>
    Connector = 4,

    /// <summary>Stands before a place: in, near.</summary>
    PlacePreposition = 8,

    /// <summary>Tells of speech: said, told.</summary>
    Speech = 16,

    /// <summary>Ends the name of a place: province, airport.</summary>
    PlaceTail = 32,

    /// <summary>Begins a part of a person's name: bin, von.</summary>
    Particle = 64,

    /// <summary>A month or a day.</summary>
    Calendar = 128,

    /// <summary>Its dot ends no sentence.</summary>
    Abbreviation = 256,

    /// <summary>The second half of Russian-made, U.S.-led.</summary>
    HyphenTail = 512,

    /// <summary>A people or faith, or what belongs to it: French, Shiite.</summary>
    People = 1024,

    /// <summary>Names a thing that is made: limousine, missile.</summary>
    Product = 2048,

    /// <summary>Ends the name of an event, law or prize: War, Act.</summary>
    OtherTail = 4096,

    /// <summary>A word of grammar: he, when, but.</summary>
    Function = 8192,

    /// <summary>A country in one word.</summary>
    Country = 16384,

    /// <summary>A title that is never part of a name: Mr, Dr, President.</summary>
    Honorific = 32768,
}
