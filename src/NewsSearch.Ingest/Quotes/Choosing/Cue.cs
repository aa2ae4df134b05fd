namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>What may speak for somebody as the speaker of a marked stretch, or for its being no quotation. Each has a weight in cues.txt.</summary>
internal enum Cue
{
    // Where a verb of speech that he does stands beside the stretch.

    /// <summary>“…,” said Lind.</summary>
    Inverted,

    /// <summary>“…,” Lind said.</summary>
    Behind,

    /// <summary>“…,” Lind, a baker, said.</summary>
    BehindRemark,

    /// <summary>It was “…” after the storm, Lind said.</summary>
    Tail,
    FarBehind,

    /// <summary>Lind said, “…”</summary>
    Before,

    /// <summary>Lind said the bridge was “…”</summary>
    InFront,

    /// <summary>Another stretch or a semicolon is between.</summary>
    FarInFront,

    // What kind of verb it is.
    Says,
    Calls,
    Saying,
    According,
    By,
    Quoting,

    // "said" by its place, the other kinds by theirs before the stretch.
    InvertedSays,
    BehindSays,
    RemarkSays,
    TailSays,
    FarBehindSays,
    BeforeSays,
    InFrontSays,
    FarInFrontSays,
    BeforeCalls,
    InFrontCalls,
    FarInFrontCalls,
    BeforeSaying,
    InFrontSaying,
    FarInFrontSaying,

    /// <summary>The verb's subject is only the head of its sentence.</summary>
    ByHead,

    /// <summary>The verb's subject is "the letter", and he was spoken of last.</summary>
    ByTextNoun,

    /// <summary>The verb's subject is "the company", and it was named last.</summary>
    ByOrganisationNoun,

    /// <summary>The verb's subject is "the lawmaker", and he was spoken of last.</summary>
    ByPersonNoun,

    /// <summary>Another stretch of the sentence stands between verb and stretch.</summary>
    StretchBetween,

    /// <summary>Another verb of speech stands between.</summary>
    VerbBetween,

    /// <summary>A few words only are between two stretches of which the second has the verb.</summary>
    InList,

    /// <summary>Lind: “…”</summary>
    Label,

    /// <summary>ANNA LIND, ANALYST, OSLO “…”</summary>
    CapitalLabel,

    // How he stands in the stretch's sentence.
    Named,
    Organisation,
    OrganisationSpeaks,
    HeadAlone,
    HeadBesideVerb,
    HeadUnmentioned,
    FirstPerson,
    NamedBefore,
    NamedRightBefore,
    NamedBehind,
    NamedRightBehind,
    Owner,
    OwnerRightBefore,
    Object,

    /// <summary>The sentence has a verb of speech near the stretch that another does.</summary>
    OtherSpeaks,

    /// <summary>He said the stretch before in the same sentence.</summary>
    SameSentence,

    // He spoke last in the paragraph, and the stretch is a sentence, begins one, or stands inside.
    SpokeHereAlone,
    SpokeHereOpens,
    SpokeHereInside,

    // He spoke last in the paragraph above, and nobody in this one.
    SpokeAboveAlone,
    SpokeAboveOpens,
    SpokeAboveInside,

    // He spoke last or was the subject of the last sentence.
    LastAlone,
    LastOpens,
    LastInside,

    // The sentence before in the paragraph is about him and nobody spoke in it.
    SubjectBeforeAlone,
    SubjectBeforeOpens,
    SubjectBeforeInside,

    /// <summary>The next sentence begins with a quotation, and he says that.</summary>
    NextSentence,

    /// <summary>The paragraph below is his name: Anna Lind, The Example</summary>
    NameBelow,

    // Nobody is told.
    NobodyAlone,
    NobodyOpens,
    NobodyInside,
    NobodyShort,

    /// <summary>And nobody spoke in the paragraph before it.</summary>
    NobodyBefore,
    NobodyBesideVerb,

    // It is no quotation.
    NoQuotation,
    NoQuotationAlone,
    NoQuotationOpens,
    OneWord,
    TwoWords,
    FewWords,
    Title,
    TitleSpoken,
    NamingBefore,
    NameNounBefore,
    ArticleBefore,
    NounBehind,
    EndsInside,
    OpensCapital,
    SingleMarks,
    VerbRightBefore,
    NoVerb,
}
