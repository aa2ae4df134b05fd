using System.Globalization;
using System.Text;

namespace NewsSearch.Engine.Queries;

/// <summary>Tree -> query text in which every operator is written out, so that it reads the same with all and with any.</summary>
/// <remarks>Parsing what was printed from a parsed tree gives this tree again, but for the spans.</remarks>
public static class QueryPrinter
{
    /// <summary>The canonical text of a tree.</summary>
    public static string Print(QueryNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var output = new StringBuilder();
        Append(output, node);
        return output.ToString();
    }

    private static void Append(StringBuilder output, QueryNode node)
    {
        switch (node)
        {
            case AllNode:
                output.Append('*');
                break;
            case NoValueNode:
                output.Append(QueryGrammar.NoValue);
                break;
            case FuzzyWord fuzzy:
                output.Append(CultureInfo.InvariantCulture, $"{fuzzy.Text}~{fuzzy.Distance}");
                break;
            case WordNode word:
                output.Append(word.Text);
                break;
            case PhraseNode phrase:
                output.Append('"');
                AppendJoined(output, phrase.Words, " ");
                output.Append('"');
                if (phrase.Slop is { } slop)
                    output.Append(CultureInfo.InvariantCulture, $"~{slop}");
                break;
            case AndNode and:
                AppendJoined(output, and.Children, " AND ");
                break;
            case OrNode or:
                AppendJoined(output, or.Children, " OR ");
                break;
            case NotNode not:
                output.Append("NOT ");
                AppendPart(output, not.Child);
                break;
            case FieldNode field:
                output.Append(field.Field).Append(':');
                AppendFieldValue(output, field.Child);
                break;
            case PeriodNode period:
                output.Append(period.Field).Append(':').Append(period.From);
                if (period.From != period.To)
                    output.Append("..").Append(period.To);
                break;
        }
    }

    private static void AppendJoined(StringBuilder output, IReadOnlyList<QueryNode> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
                output.Append(separator);
            AppendPart(output, nodes[i]);
        }
    }

    /// <summary>And and Or get parentheses also where precedence alone would do: the reader need not know it.</summary>
    private static void AppendPart(StringBuilder output, QueryNode node) => AppendWrapped(output, node, node is AndNode or OrNode);

    private static void AppendFieldValue(StringBuilder output, QueryNode node) =>
        AppendWrapped(output, node, node is AndNode or OrNode or NotNode);

    private static void AppendWrapped(StringBuilder output, QueryNode node, bool isWrapped)
    {
        if (isWrapped)
            output.Append('(');
        Append(output, node);
        if (isWrapped)
            output.Append(')');
    }
}
