namespace NewsSearch.Engine.Highlighting;

/// <summary>Place in a text -> the part of it (a quotation, say) that holds it.</summary>
/// <remarks>Requires: parts that do not overlap, in any order.</remarks>
internal sealed class TextParts(IEnumerable<Mark> parts)
{
    private readonly Mark[] _parts = [.. parts.OrderBy(part => part.Start)];

    /// <summary>The number of the part that holds [start, end) whole; -1 if there is none.</summary>
    public int Find(int start, int end)
    {
        int low = 0, high = _parts.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Start <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 && end <= _parts[low - 1].End ? low - 1 : -1;
    }
}
