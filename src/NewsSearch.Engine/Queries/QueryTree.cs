namespace NewsSearch.Engine.Queries;

/// <summary>One part of a list of words, with or without a <c>+</c> before it.</summary>
internal readonly record struct QueryListItem(QueryNode Node, bool IsRequired);

/// <summary>Joins nodes in the plainest form that means the same: no And directly under an And, Or under Or, Not under Not.</summary>
internal static class QueryTree
{
    /// <summary>Null if there are no parts, the part itself if it is the only one.</summary>
    public static QueryNode? And(List<QueryNode> parts)
    {
        List<QueryNode> flat = [];
        foreach (var part in parts)
            flat.AddRange(part is AndNode and ? and.Children : [part]);
        return flat.Count > 1 ? new AndNode(flat, SpanOf(flat)) : flat.FirstOrDefault();
    }

    public static QueryNode? Or(List<QueryNode> parts)
    {
        List<QueryNode> flat = [];
        foreach (var part in parts)
            flat.AddRange(part is OrNode or ? or.Children : [part]);
        return flat.Count > 1 ? new OrNode(flat, SpanOf(flat)) : flat.FirstOrDefault();
    }

    public static QueryNode Not(QueryNode node, int start) =>
        node is NotNode not ? not.Child : new NotNode(node, new QuerySpan(start, node.Span.End));

    /// <summary>What stands side by side without an operator. A lone <c>*</c> adds nothing to a list.</summary>
    public static QueryNode? List(List<QueryListItem> items, bool matchAny)
    {
        if (items.Count > 1 && items.Exists(item => item.Node is not AllNode))
            items = items.FindAll(item => item.Node is not AllNode);
        if (items.Count < 2 || !matchAny)
            return And(items.ConvertAll(item => item.Node));

        var excluded = items.FindAll(item => item.Node is NotNode).ConvertAll(item => item.Node);
        var required = items.FindAll(item => item.IsRequired && item.Node is not NotNode).ConvertAll(item => item.Node);
        var optional = items.FindAll(item => !item.IsRequired && item.Node is not NotNode).ConvertAll(item => item.Node);
        if (required.Count > 0 && optional.Count > 0)
            optional.Add(new AllNode(new QuerySpan(optional[^1].Span.End, optional[^1].Span.End)));
        return And([.. required, .. optional.Count > 0 ? [Or(optional)!] : Array.Empty<QueryNode>(), .. excluded]);
    }

    private static QuerySpan SpanOf(List<QueryNode> nodes) => new(nodes.Min(node => node.Span.Start), nodes.Max(node => node.Span.End));
}
