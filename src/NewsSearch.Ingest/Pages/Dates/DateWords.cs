using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>Words beside a date -> whether it is that of publication or of a change.</summary>
internal static partial class DateWords
{
    /// <summary>"Updated", "zuletzt geändert", "Mis à jour le".</summary>
    public static bool TellsUpdate(string text) => Update().IsMatch(text) && !Publication().IsMatch(text);

    /// <summary>"Published", "gepostet am", "Опубликовано".</summary>
    public static bool TellsPublication(string text) => Publication().IsMatch(text);

    /// <summary>A name that a page's author gave to an element; one that speaks of both is one of publication: <c>published updated</c>.</summary>
    public static bool NamesUpdate(string? name) => name is not null && NamedUpdate().IsMatch(name) && !NamedPublication().IsMatch(name);

    [GeneratedRegex(@"updat|modif|revis|last edit|last change|aktuali|actuali|mis à jour|mise à jour|aggiornat|bijgewerkt|gewijzigd|atualiza|обновл|оновл|изменен|änder|zaktualiz|opdater|oppdater|uppdater|päivitet|güncel|更新|수정|ενημ|עודכן|تحديث", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Update();

    [GeneratedRegex(@"publi|posted|erschienen|veröffentlicht|erstellt|gepostet|geplaatst|опубликован|created|\bfirst\b|pubblicat|utgitt|julkaist|opublikowan|yayın|発表|公開|发布|發布|게시|입력|نشر|פורסם", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Publication();

    [GeneratedRegex(@"updat|modif|last-?edit|aktualisier", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedUpdate();

    [GeneratedRegex(@"publi|entry-date|posted|created", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedPublication();
}
