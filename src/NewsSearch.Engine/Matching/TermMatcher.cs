using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Matching;

/// <summary>One word of a phrase or one pattern -> the terms of a list that it accepts.</summary>
/// <param name="Term">A folded word; null where a pattern decides.</param>
/// <param name="Pattern">A pattern over folded words; null where it is one word.</param>
internal sealed record TermMatcher(string? Term, TermPattern? Pattern)
{
    /// <summary>Cursors over the documents of each accepted term.</summary>
    public IEnumerable<PostingsCursor> Open(TermIndex list) => Find(list.Terms).Select(list.Postings.Open);

    /// <summary>The entries of the accepted terms. A pattern walks the part of the dictionary that shares its literal beginning.</summary>
    public IEnumerable<TermEntry> Find(TermsReader terms)
    {
        if (Term is not null)
        {
            if (terms.TryFind(TermBytes.Exact(Term), out var entry)) yield return entry;
            yield break;
        }

        var prefix = TermBytes.Exact(Pattern!.Prefix);
        var characters = new char[256];
        var cursor = terms.Cursor();
        for (var any = cursor.SeekCeiling(prefix); any && cursor.Term.StartsWith(prefix); any = cursor.Next())
        {
            if (characters.Length < cursor.Term.Length) characters = new char[2 * cursor.Term.Length];
            var length = Encoding.UTF8.GetChars(cursor.Term, characters);
            if (Pattern.Matches(characters.AsSpan(0, length))) yield return cursor.Entry;
        }
    }
}
