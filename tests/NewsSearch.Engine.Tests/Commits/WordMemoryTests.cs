using NewsSearch.Engine.Commits;

namespace NewsSearch.Engine.Tests.Commits;

public sealed class WordMemoryTests
{
    private readonly WordMemory _memory = new();
    private int _found;

    [Fact]
    public void A_word_is_looked_up_once_in_each_list()
    {
        var first = _memory.GetOrAdd(0, "word", Find);

        Assert.Same(first, _memory.GetOrAdd(0, "word", Find));
        Assert.NotSame(first, _memory.GetOrAdd(1, "word", Find));
        Assert.NotSame(first, _memory.GetOrAdd(0, "Word", Find));
        Assert.Equal(3, _found);
    }

    [Fact]
    public void A_look_up_that_fails_leaves_nothing_behind()
    {
        Assert.Throws<OperationCanceledException>(() => _memory.GetOrAdd(0, "word", () => throw new OperationCanceledException()));

        Assert.Equal(1, _memory.GetOrAdd(0, "word", Find).Docs);
    }

    [Fact]
    public void It_does_not_grow_with_all_that_was_ever_asked()
    {
        for (var i = 0; i < 20_000; i++) Assert.Equal(i + 1, _memory.GetOrAdd(0, $"word {i}", Find).Docs);

        Assert.Equal(20_001, _memory.GetOrAdd(0, "word 0", Find).Docs);
        Assert.Equal(20_001, _memory.GetOrAdd(0, "word 0", Find).Docs);
    }

    private WordTerms Find() => new([], AreApart: true, ++_found);
}
