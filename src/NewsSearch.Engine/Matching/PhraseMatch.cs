namespace NewsSearch.Engine.Matching;

/// <summary>Positions of the words of a phrase in one document -> in how many places they make the phrase.</summary>
internal static class PhraseMatch
{
    /// <summary>Places p where slot i has position p + i, for every i. slots: positions increasing.</summary>
    public static int CountExact(IReadOnlyList<int[]> slots)
    {
        var count = 0;
        var next = new int[slots.Count];
        foreach (var start in slots[0])
        {
            var isMatch = true;
            for (var i = 1; i < slots.Count && isMatch; i++)
            {
                while (next[i] < slots[i].Length && slots[i][next[i]] < start + i) next[i]++;
                isMatch = next[i] < slots[i].Length && slots[i][next[i]] == start + i;
            }

            if (isMatch) count++;
        }

        return count;
    }

    /// <summary>Windows that hold every slot at a position of its own with at most <paramref name="slop"/> other positions inside,
    /// counted from the left, none overlapping the one before.</summary>
    /// <remarks>Equal slots (the same word twice) need as many different positions. Each window is the smallest that ends where it ends.</remarks>
    public static int CountNear(IReadOnlyList<int[]> slots, int slop)
    {
        var groups = Group(slots);
        var events = new List<(int Position, int Group)>();
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var position in groups[group].Positions) events.Add((position, group));
        }

        events.Sort();
        var inside = new int[groups.Count];
        int missing = groups.Count, left = 0, count = 0;
        for (var right = 0; right < events.Count; right++)
        {
            if (++inside[events[right].Group] == groups[events[right].Group].Needed) missing--;
            if (missing > 0) continue;
            while (inside[events[left].Group] > groups[events[left].Group].Needed) inside[events[left++].Group]--;
            if (events[right].Position - events[left].Position + 1 - slots.Count > slop) continue;
            count++;
            Array.Clear(inside);
            missing = groups.Count;
            left = right + 1;
        }

        return count;
    }

    private static List<(int[] Positions, int Needed)> Group(IReadOnlyList<int[]> slots)
    {
        var groups = new List<(int[] Positions, int Needed)>();
        foreach (var slot in slots)
        {
            var same = groups.FindIndex(group => group.Positions.AsSpan().SequenceEqual(slot));
            if (same < 0) groups.Add((slot, 1));
            else groups[same] = (slot, groups[same].Needed + 1);
        }

        return groups;
    }
}
