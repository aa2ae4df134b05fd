using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest.Tests.Rebuilding;

public sealed class HashTableTests
{
    [Fact]
    public void Answers_as_a_dictionary_does()
    {
        var random = new Random(91);
        var (table, plain) = (new HashTable<long>(), new Dictionary<UInt128, long>());
        for (var step = 0; step < 60_000; step++)
        {
            // A third of the keys meet in few slots.
            var low = (ulong)random.Next(random.Next(3) == 0 ? 50 : 20_000);
            var key = new UInt128((ulong)random.Next(3), low);
            Assert.Equal(plain.ContainsKey(key), table.Contains(key));
            ref var value = ref table.GetOrAdd(key, out var isNew);
            Assert.Equal(!plain.TryGetValue(key, out var expected), isNew);
            Assert.Equal(expected, value);
            value = plain[key] = step;
        }

        Assert.Equal(plain.Count, table.Count);
    }
}
