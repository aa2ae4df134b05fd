using NewsSearch.Archive.Curation;

namespace NewsSearch.Ingest.Tests.Curation;

public sealed class RulesOffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_rule_is_off_until_it_is_on_again_and_the_other_lines_stay()
    {
        var curation = new CurationFolder(_folder.Path);
        _folder.Write(RulesOff.FileName, "# what we keep\ncounter\n");

        Assert.True(RulesOff.Switch(curation, "learned:0123456789", isOff: true, "The Tide: Sign up\n  now"));
        Assert.False(RulesOff.Switch(curation, "learned:0123456789", isOff: true));
        Assert.Equal(["counter", "learned:0123456789"], RulesOff.Read(curation).Order(StringComparer.Ordinal));
        Assert.Equal(["# what we keep", "counter", "learned:0123456789 The Tide: Sign up now"], curation.AllLines(RulesOff.FileName));

        Assert.True(RulesOff.Switch(curation, "learned:0123456789", isOff: false));
        Assert.False(RulesOff.Switch(curation, "other", isOff: false));
        Assert.Equal(["# what we keep", "counter"], curation.AllLines(RulesOff.FileName));
    }

    [Fact]
    public void Without_a_file_nothing_is_off() => Assert.Empty(RulesOff.Read(new CurationFolder(Path.Combine(_folder.Path, "none"))));

    public void Dispose() => _folder.Dispose();
}
