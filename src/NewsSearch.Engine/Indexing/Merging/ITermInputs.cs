using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>What is to become one list: the same list of several segments, or of the threads that invert one.</summary>
internal interface ITermInputs
{
    int Count { get; }

    PostingsShape Shape { get; }

    int TermCount(int input);

    ITermCursor Cursor(int input);

    /// <summary>For one thread at a time.</summary>
    ITermCopier Copier();

    /// <summary>A good part was read: its memory may be given back.</summary>
    void Forget();
}

/// <summary>Postings of one term from its inputs -> a writer.</summary>
internal interface ITermCopier
{
    /// <summary>Copies the postings of a term.</summary>
    /// <param name="cursors">By input.</param>
    /// <param name="same">Inputs whose cursors stand on the term.</param>
    /// <param name="to">Has none of the term's postings yet.</param>
    void Copy(ITermCursor?[] cursors, List<int> same, PostingsWriter to);
}
