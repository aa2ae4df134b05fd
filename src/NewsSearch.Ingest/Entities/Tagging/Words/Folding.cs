namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Letter -> the letter that all its forms share: small, without accent, straight quotes, digits as 0.</summary>
internal static class Folding
{
    private static readonly char[] Table = MakeTable();

    public static char Fold(char c) => c < Table.Length ? Table[c] : c is '’' or '‘' ? '\'' : c is '‐' or '‑' ? '-' : char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c);

    private static char[] MakeTable()
    {
        var table = new char[0x180];
        for (var c = 0; c < table.Length; c++)
        {
            var key = char.IsLetter((char)c) ? NameKey.Of(((char)c).ToString()) : "";
            table[c] = char.IsAsciiDigit((char)c) ? '0' : key.Length == 1 ? key[0] : (char)c;
        }
        return table;
    }
}
