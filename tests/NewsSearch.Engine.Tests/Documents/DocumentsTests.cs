using System.Text;
using System.Text.Json;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Tests.Conformance;

namespace NewsSearch.Engine.Tests.Documents;

public sealed class DocumentsTests
{
    [Theory]
    [InlineData("a", 8191, "é")]
    [InlineData("", 8190, "語")]
    [InlineData("ab", 8189, "😀")]
    public void A_long_value_is_cut_on_the_edge_of_a_character(string start, int length, string character)
    {
        var value = start + string.Concat(Enumerable.Repeat(character, length));

        var bytes = KeywordBytes.Of(value);

        Assert.InRange(bytes.Length, KeywordBytes.MaxBytes - 3, KeywordBytes.MaxBytes);
        Assert.StartsWith(Encoding.UTF8.GetString(bytes), value, StringComparison.Ordinal);
        Assert.Equal(KeywordBytes.MaxBytes, KeywordBytes.Of(new string('x', 10_000)).Length);
        Assert.Equal("short"u8, KeywordBytes.Of("short"));
    }

    [Fact]
    public void A_schema_comes_back_from_its_bytes_and_equal_ones_have_equal_bytes()
    {
        var bytes = SchemaJson.Write(SampleSchema.Schema);
        var read = SchemaJson.Read(bytes);

        Assert.Equal(bytes, SchemaJson.Write(read));
        Assert.Equal(SampleSchema.Schema.Texts, read.Texts);
        Assert.Equal(SampleSchema.Schema.Keywords, read.Keywords);
        Assert.NotEqual(bytes, SchemaJson.Write(SampleSchema.Schema with { KeyField = "outlet" }));
        Assert.Throws<JsonException>(() => SchemaJson.Read("null"u8.ToArray()));
        Assert.ThrowsAny<JsonException>(() => SchemaJson.Read("{"u8.ToArray()));
        Assert.Throws<JsonException>(() => SchemaJson.Read("""{"Texts":[]}"""u8.ToArray()));
        Assert.Throws<JsonException>(() => SchemaJson.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("100", "\"100\"", StringComparison.Ordinal))));
        Assert.Throws<JsonException>(() => SchemaJson.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"outlet\"", "null", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_value_map_renames_hides_and_leaves_the_rest()
    {
        var map = ValueMap.FromJson(new ValueMap(new Dictionary<string, IReadOnlyDictionary<string, string?>> { ["outlet"] = new Dictionary<string, string?> { ["a"] = "b", ["c"] = null } }).ToJson());

        Assert.Equal("b", map.Shown("outlet", "a"));
        Assert.Null(map.Shown("outlet", "c"));
        Assert.Equal("d", map.Shown("outlet", "d"));
        Assert.Equal("a", map.Shown("person", "a"));
        Assert.Equal("a", ValueMap.Empty.Shown("outlet", "a"));
        Assert.Throws<JsonException>(() => ValueMap.FromJson("null"u8.ToArray()));
        Assert.Throws<JsonException>(() => ValueMap.FromJson("""{"outlet":{"a":1}}"""u8.ToArray()));
        Assert.ThrowsAny<JsonException>(() => ValueMap.FromJson("{"u8.ToArray()));
    }
}
