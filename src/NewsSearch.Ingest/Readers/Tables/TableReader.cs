using System.Globalization;
using NewsSearch.Ingest.Readers.Records;

namespace NewsSearch.Ingest.Readers.Tables;

/// <summary>A table (CSV, TSV and their like) -> one article a row. The first row names the columns.</summary>
internal static class TableReader
{
    private static readonly char[] Delimiters = [',', '\t', ';', '|'];

    /// <summary>Whether a table begins so: by its name, or by a first line that names a body and another field of an article.</summary>
    public static bool IsBegunBy(SourceHead head) =>
        head.HasExtension(".csv") || head.HasExtension(".tsv") || head.HasExtension(".tab") || Names(FirstLine(head), Delimiter(head)) is { Length: > 1 } names
        && names.Any(name => RecordDialect.Knows("body", name)) && names.Any(name => RecordDialect.Knows("title", name) || RecordDialect.Knows("published", name) || RecordDialect.Knows("url", name));

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var rows = new TableRows(content, (byte)Delimiter(options.Head), options.MaxRecordByteLength);
        string[]? names = null;
        while (TryNext(out var row, out var problem))
        {
            var place = "line " + rows.Line.ToString(CultureInfo.InvariantCulture);
            if (row is [""]) continue;
            if (problem is null && names is null)
            {
                names = [.. row!.Select(name => RecordFields.KeyOf(name.TrimStart('\uFEFF')))];
                problem = ProblemOf(names, row!, options.Map);
                if (problem is null) continue;
                reject(new Rejection(file.Path, place, problem));
                yield break;
            }
            if (problem is null && (row!.Count < names!.Length || row.Skip(names.Length).Any(field => field.Length > 0)))
                problem = string.Create(CultureInfo.InvariantCulture, $"The row has {row.Count} fields, the first row names {names.Length}.");
            if (problem is null) yield return new SourceArticle(RecordArticle.Of(Fields(names!, row!), options.Map), file, place);
            else reject(new Rejection(file.Path, place, problem));
        }

        bool TryNext(out List<string>? row, out string? problem)
        {
            (row, problem) = (null, null);
            try
            {
                row = rows.Next();
            }
            catch (BrokenContentException broken) when (broken.Place.Length == 0 && !options.Budget.IsSpent)
            {
                problem = broken.Message;
            }
            return row is not null || problem is not null;
        }
    }

    private static string? ProblemOf(string[] names, List<string> row, FieldMap map)
    {
        var hasBody = names.Any(name => RecordDialect.Knows("body", name) || RecordDialect.Knows("title", name))
            || map.ColumnsOf("body").Concat(map.ColumnsOf("title")).Any(column => names.Contains(RecordFields.KeyOf(column)));
        return hasBody ? null : $"None of its columns ({string.Join(", ", row.Take(20))}) is known to hold a text; say which does, as in --map body={row[^1]}.";
    }

    private static RecordFields Fields(string[] names, List<string> row)
    {
        var fields = new RecordFields();
        for (var i = 0; i < names.Length; i++) fields.Add(names[i], row[i]);
        return fields;
    }

    /// <summary>The sign that separates most names in the first line.</summary>
    private static char Delimiter(SourceHead head)
    {
        var line = FirstLine(head);
        return Delimiters.MaxBy(delimiter => line.Count(c => c == delimiter));
    }

    private static string[] Names(string line, char delimiter) => [.. line.Split(delimiter).Select(RecordFields.KeyOf)];

    private static string FirstLine(SourceHead head)
    {
        var feed = head.Text.IndexOf('\n', StringComparison.Ordinal);
        return feed < 0 ? head.Text : head.Text[..feed];
    }
}
