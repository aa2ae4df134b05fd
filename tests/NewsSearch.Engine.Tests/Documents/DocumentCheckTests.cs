using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Tests.Conformance;

namespace NewsSearch.Engine.Tests.Documents;

public sealed class DocumentCheckTests
{
    private readonly DocumentCheck _check = new(SampleSchema.Schema);
    private readonly IndexDocument _document = new();

    public DocumentCheckTests() => _document.AddKeyword("id", "a");

    [Fact]
    public void A_document_that_fits_tells_its_key() => Assert.Equal("a", _check.KeyOf(_document));

    [Fact]
    public void A_field_that_the_schema_does_not_have_is_refused_by_name()
    {
        Assert.Contains("'color'", Refusal(document => document.AddText("color", "red")), StringComparison.Ordinal);
        Assert.Contains("'color'", Refusal(document => document.AddKeyword("color", "red")), StringComparison.Ordinal);
        Assert.Contains("'color'", Refusal(document => document.SetNumber("color", 1)), StringComparison.Ordinal);
        Assert.Contains("'color'", Refusal(document => document.SetStored("color", new byte[1])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_a_double_does_not_hold_exactly_is_refused() =>
        Assert.Contains("2^53", Refusal(document => document.SetNumber("instant", (1L << 53) + 1)), StringComparison.Ordinal);

    [Fact]
    public void Two_keys_and_a_key_longer_than_a_value_may_be_are_refused()
    {
        Assert.Contains("exactly one 'id'", Refusal(document => document.AddKeyword("id", "b")), StringComparison.Ordinal);

        var document = new IndexDocument();
        document.AddKeyword("id", new string('k', KeywordBytes.MaxBytes + 1));
        Assert.Throws<ArgumentException>(() => _check.KeyOf(document));
    }

    [Fact]
    public void The_last_number_and_the_last_stored_bytes_count()
    {
        _document.SetNumber("instant", 1);
        _document.SetNumber("instant", 2);
        _document.SetStored("head", new byte[1]);
        _document.SetStored("head", new byte[2]);

        Assert.Equal([("instant", 2L)], _document.Numbers);
        Assert.Equal(2, Assert.Single(_document.Stored).Value.Length);
    }

    private string Refusal(Action<IndexDocument> change)
    {
        var document = new IndexDocument();
        document.AddKeyword("id", "a");
        change(document);
        return Assert.Throws<ArgumentException>(() => _check.KeyOf(document)).Message;
    }
}
