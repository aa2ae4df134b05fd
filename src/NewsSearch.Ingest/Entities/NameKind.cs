namespace NewsSearch.Ingest.Entities;

/// <summary>The kind of a name, in the order of the tagger's types.</summary>
internal enum NameKind
{
    Person,
    Organisation,
    Place,
}
