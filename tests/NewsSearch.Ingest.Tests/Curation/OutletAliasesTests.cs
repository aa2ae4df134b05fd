using NewsSearch.Archive.Curation;

namespace NewsSearch.Ingest.Tests.Curation;

public sealed class OutletAliasesTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    private CurationFolder Folder => new(Path.Combine(_files.Path, "curation"));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Chains_lead_to_their_end_and_a_name_may_stand_for_itself()
    {
        Folder.Write(OutletAliases.FileName, ["# ours", "Tide = The Tide", "The Tide = Tide Daily", "Fox News Opinion = Fox News Opinion"]);

        var aliases = OutletAliases.Load(Folder, problem => Assert.Fail(problem.ToString()));

        Assert.Equal([("Fox News Opinion", "Fox News Opinion"), ("The Tide", "Tide Daily"), ("Tide", "Tide Daily")], aliases.Shown.Select(alias => (alias.Key, alias.Value)).Order());
    }

    [Fact]
    public void Lines_without_sense_are_reported_with_file_and_line_and_the_others_hold()
    {
        Folder.Write(OutletAliases.FileName, ["Tide = The Tide", "nonsense", "= x", "x =", "a = b = c", "Tide = Ebb", "The Tide = Tide"]);
        var problems = new List<CurationProblem>();

        var aliases = OutletAliases.Load(Folder, problems.Add);

        Assert.Equal([2, 3, 4, 5, 6, 7], problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.Equal(Folder.PathOf(OutletAliases.FileName), problem.File));
        Assert.Equal("The Tide", Assert.Single(aliases.Shown).Value);
    }

    [Fact]
    public void Adding_replaces_and_removing_takes_back_and_comments_stay()
    {
        Folder.Write(OutletAliases.FileName, ["# ours", "Tide=The Tide"]);

        Assert.Null(OutletAliases.Add(Folder, " Tide = Tide Daily "));
        Assert.Null(OutletAliases.Add(Folder, "Ebb = Tide"));
        Assert.Equal(["# ours", "Tide = Tide Daily", "Ebb = Tide"], Folder.AllLines(OutletAliases.FileName));
        Assert.NotNull(OutletAliases.Add(Folder, "Tide Daily = Ebb"));
        Assert.NotNull(OutletAliases.Add(Folder, "Tide Daily"));
        Assert.True(OutletAliases.Remove(Folder, "Tide"));
        Assert.False(OutletAliases.Remove(Folder, "Tide"));
        Assert.Equal(["# ours", "Ebb = Tide"], Folder.AllLines(OutletAliases.FileName));
    }
}
