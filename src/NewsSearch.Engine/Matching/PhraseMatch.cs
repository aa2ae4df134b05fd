namespace NewsSearch.Engine.Matching;

/// <summary>Positions of the words of a phrase in one document -> in how many places they make the phrase.</summary>
internal static class PhraseMatch
{
    /// <summary>Keeps, in place and in order, the starts s for which s + <paramref name="offset"/> is a position; returns how many.</summary>
    /// <param name="starts">Increasing.</param>
    /// <param name="positions">Never decreasing.</param>
    /// <param name="offset">Place of the word in the phrase.</param>
    public static int KeepAdjacent(Span<int> starts, ReadOnlySpan<int> positions, int offset)
    {
        int kept = 0, at = 0;
        foreach (var start in starts)
        {
            while (at < positions.Length && positions[at] < start + offset) at++;
            if (at == positions.Length) break;
            if (positions[at] == start + offset) starts[kept++] = start;
        }

        return kept;
    }

    /// <summary>Windows that hold every word, a word asked for twice at two positions, with at most <paramref name="slop"/> positions more
    /// than there are slots; counted from the left, none overlapping the one before.</summary>
    /// <remarks>Each window is the smallest that ends where it ends. Words that two patterns accept may share a position.</remarks>
    /// <param name="words">Positions of each word, increasing.</param>
    /// <param name="needed">How often each word is asked for: as many numbers, each at least 1.</param>
    /// <param name="slop">Other words allowed inside.</param>
    public static int CountNear(IReadOnlyList<int[]> words, ReadOnlySpan<int> needed, int slop)
    {
        var events = new List<long>(); // position, then word: sorted as one number
        var slotCount = 0;
        for (var word = 0; word < words.Count; word++)
        {
            slotCount += needed[word];
            foreach (var position in words[word]) events.Add(((long)position << 32) | (uint)word);
        }

        events.Sort();
        var inside = new int[words.Count];
        int missing = words.Count, left = 0, count = 0;
        for (var right = 0; right < events.Count; right++)
        {
            if (++inside[Word(right)] == needed[Word(right)]) missing--;
            if (missing > 0) continue;
            while (inside[Word(left)] > needed[Word(left)]) inside[Word(left++)]--;
            if (Position(right) - Position(left) + 1 - slotCount > slop) continue;
            count++;
            while (right + 1 < events.Count && Position(right + 1) == Position(right)) right++; // taken, too
            Array.Clear(inside);
            missing = words.Count;
            left = right + 1;
        }

        return count;

        int Position(int i) => (int)(events[i] >> 32);

        int Word(int i) => (int)events[i];
    }
}
