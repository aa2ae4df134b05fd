using NewsSearch.Archive;

namespace NewsSearch.Ingest.Pages;

/// <summary>What a page gives: the fields, and the paragraphs with those that extraction takes out among them.</summary>
/// <param name="Fields">As found; its body is empty.</param>
/// <param name="Paragraphs">In order; the rule is null where the paragraph stays.</param>
internal sealed record PageArticle(Article Fields, IReadOnlyList<(string Text, string? Rule)> Paragraphs);
