using System.Text;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> a RIS record of type NEWS: lines of a tag, two spaces, a dash, a space and a value, ended by CR LF.</summary>
/// <remarks>Source: RIS Format Specifications (Research Information Systems; tags of 2011). The newspaper is T2, as Zotero, EndNote and Mendeley read it.</remarks>
internal static class Ris
{
    public static string Of(Reference reference)
    {
        var record = new StringBuilder();
        Add("TY", "NEWS");
        Add("ID", reference.Key);
        foreach (var author in reference.Authors) Add("AU", Name(author));
        Add("TI", reference.Title);
        Add("T2", reference.Outlet);
        Add("PY", reference.Day?[..4]);
        Add("DA", Date(reference.Day));
        Add("SE", reference.Section);
        Add("LA", reference.Language);
        Add("AB", reference.Lead);
        Add("UR", reference.Url);
        Add("ER", "");
        return record.Append("\r\n").ToString();

        void Add(string tag, string? value)
        {
            if (value is not null) record.Append(tag).Append("  - ").Append(value).Append("\r\n");
        }
    }

    // A comma stands between family and given name, so a name that is left whole must have none.
    private static string Name(CitedName author) =>
        author.Family is null ? author.Whole.Replace(",", "", StringComparison.Ordinal) : $"{author.Family}, {author.Given}";

    /// <summary>YYYY/MM/DD/, with nothing between the slashes where it is not known.</summary>
    private static string? Date(string? day) => day?.Split('-') switch
    {
        null => null,
        [var year] => year + "///",
        [var year, var month] => $"{year}/{month}//",
        var parts => string.Join('/', parts) + "/",
    };
}
