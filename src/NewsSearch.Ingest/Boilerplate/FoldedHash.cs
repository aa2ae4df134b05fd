namespace NewsSearch.Ingest.Boilerplate;

/// <summary>Text -> a hash that case, punctuation and space do not change. The same on every machine and in every run: rules are named by it.</summary>
internal static class FoldedHash
{
    /// <summary>The hash of nothing, to begin with (FNV-1a; Fowler, Noll and Vo).</summary>
    public const ulong Seed = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    private const ushort Skipped = 0, LetterBit = 0x8000;

    /// <summary>Characters up to U+024F -> how they are folded, with a bit for letters: most of what is read.</summary>
    private static readonly ushort[] Latin = [.. Enumerable.Range(0, 0x250).Select(unit => Folded((char)unit) is var (folded, isLetter) && folded != Skipped ? (ushort)(folded | (isLetter ? LetterBit : 0)) : Skipped)];

    /// <summary>The hash of a text after another.</summary>
    /// <param name="seed">The other's hash, or <see cref="Seed"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="weight">Its letters and digits.</param>
    /// <param name="hasLetters">Whether there is a letter in it.</param>
    public static ulong Of(ulong seed, ReadOnlySpan<char> text, out int weight, out bool hasLetters)
    {
        var (hash, letters, table) = (seed, 0, Latin);
        weight = 0;
        foreach (var c in text)
        {
            if (c < table.Length)
            {
                var entry = table[c];
                if (entry == Skipped) continue;
                letters |= entry;
                hash = (hash ^ (uint)(entry & ~LetterBit)) * Prime;
            }
            else
            {
                var (folded, isLetter) = Folded(c);
                if (folded == Skipped) continue;
                if (isLetter) letters |= LetterBit;
                hash = (hash ^ folded) * Prime;
            }
            weight++;
        }
        hasLetters = (letters & LetterBit) != 0;
        return Mixed((hash ^ '\n') * Prime);
    }

    /// <summary>The hash of a text alone.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Of(Seed, text, out _, out _);

    /// <summary>The plain twin of <see cref="Of(ulong, ReadOnlySpan{char}, out int, out bool)"/>.</summary>
    internal static ulong OfPlainly(ulong seed, ReadOnlySpan<char> text, out int weight, out bool hasLetters)
    {
        var hash = seed;
        weight = 0;
        hasLetters = false;
        foreach (var c in text)
        {
            var (folded, isLetter) = Folded(c);
            if (folded == Skipped) continue;
            hasLetters |= isLetter;
            weight++;
            hash = (hash ^ folded) * Prime;
        }
        return Mixed((hash ^ '\n') * Prime);
    }

    private static (char Folded, bool IsLetter) Folded(char c)
    {
        var isLetter = char.IsLetter(c) || char.IsSurrogate(c);
        return isLetter || char.IsDigit(c) ? (char.ToLowerInvariant(c), isLetter) : ((char)Skipped, false);
    }

    /// <summary>All bits of a hash into all others (the finisher of MurmurHash3, Appleby 2011): FNV's high bits are weak.</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
