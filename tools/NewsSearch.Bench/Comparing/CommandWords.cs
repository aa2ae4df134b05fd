using System.Text;

namespace NewsSearch.Bench.Comparing;

/// <summary>A command line -> its words, parted by blanks and quoted by ' or " as in a shell; nothing else is special.</summary>
internal static class CommandWords
{
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isInWord = false;
        char? quote = null;
        foreach (var letter in command)
        {
            if (letter == quote)
            {
                quote = null;
            }
            else if (quote is null && (letter is '\'' or '"'))
            {
                (quote, isInWord) = (letter, true);
            }
            else if (quote is null && char.IsWhiteSpace(letter))
            {
                Finish();
            }
            else
            {
                word.Append(letter);
                isInWord = true;
            }
        }

        if (quote is not null) throw new BenchException($"A quotation mark is missing in: {command}");
        Finish();
        return words;

        void Finish()
        {
            if (isInWord) words.Add(word.ToString());
            word.Clear();
            isInWord = false;
        }
    }
}
