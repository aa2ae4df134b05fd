using NewsSearch.Archive.Curation;
using NewsSearch.Archive.Names;

namespace NewsSearch.Ingest.Tests.Curation;

public sealed class EntityDecisionsTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    private CurationFolder Folder => new(Path.Combine(_files.Path, "curation"));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Chains_lead_to_their_end_and_end_hidden_where_the_end_is()
    {
        Assert.Null(EntityDecisions.Add(Folder, [Merge("Peskow", "Peskov"), Merge("Peskov", "Dmitry Peskov"), Merge("Him", "He"), new(EntityDecision.Hide, "person", "He", null, null)]));

        var shown = EntityDecisions.Load(Folder, problem => Assert.Fail(problem.ToString())).ToChoices().Shown["person"];

        Assert.Equal([("He", null), ("Him", null), ("Peskov", "Dmitry Peskov"), ("Peskow", "Dmitry Peskov")], shown.Select(name => (name.Key, name.Value)).Order());
    }

    [Fact]
    public void Lines_without_sense_are_reported_with_file_and_line_and_the_others_hold()
    {
        Folder.Write(EntityDecisions.FileName, [
            "# ours", """{"do":"merge","kind":"person","name":"A","to":"B"}""", "nonsense", "[]", """{"do":"kill","kind":"person","name":"A"}""",
            """{"do":"hide","kind":"planet","name":"A"}""", """{"do":"hide","kind":"person"}""", """{"do":"rename","kind":"person","name":"A"}""",
            """{"do":"retype","kind":"person","name":"A","to":"planet"}""", """{"do":"merge","kind":"person","name":"B","to":"A"}""", """{"do":"merge","kind":"person","name":"A","to":7}"""]);
        var problems = new List<CurationProblem>();

        var decisions = EntityDecisions.Load(Folder, problems.Add);

        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11], problems.Select(problem => problem.Line));
        Assert.Equal("B", Assert.Single(decisions.All).To);
    }

    [Fact]
    public void Adding_replaces_and_removing_takes_back_and_comments_stay()
    {
        Folder.Write(EntityDecisions.FileName, ["# ours"]);

        Assert.Null(EntityDecisions.Add(Folder, [Merge("A", "B")]));
        Assert.Null(EntityDecisions.Add(Folder, [new(EntityDecision.Retype, "person", "A", "org", null), Merge("C", "D")]));
        Assert.NotNull(EntityDecisions.Add(Folder, [Merge("E", "F"), Merge("D", "C")]));
        Assert.Equal(["# ours", """{"do":"retype","kind":"person","name":"A","to":"org"}""", """{"do":"merge","kind":"person","name":"C","to":"D"}"""], Folder.AllLines(EntityDecisions.FileName));
        Assert.Equal("org", EntityDecisions.Remove(Folder, "person", "A")?.To);
        Assert.Null(EntityDecisions.Remove(Folder, "person", "A"));
        Assert.Null(EntityDecisions.Remove(Folder, "org", "C"));
        Assert.Equal(2, Folder.AllLines(EntityDecisions.FileName).Count);
    }

    [Fact]
    public void Only_what_has_to_do_with_another_kind_is_laid_out_anew()
    {
        var retyped = Choices(new EntityDecision(EntityDecision.Retype, "person", "Kremlin", "org", null));

        Assert.Empty(Choices(Merge("A", "B")).MovedSince(EntityChoices.None));
        Assert.Equal([("person", "Kremlin")], retyped.MovedSince(EntityChoices.None));
        Assert.Equal([("org", "Kremlin")], EntityChoices.None.MovedSince(retyped));
        Assert.Empty(retyped.MovedSince(retyped));
        var merged = Choices(new EntityDecision(EntityDecision.Retype, "person", "Kremlin", "org", null), Merge("Cremlin", "Kremlin"), Merge("A", "B"));
        Assert.Contains(("person", "Cremlin"), merged.MovedSince(retyped));
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        var random = new Random(20261122);
        var line = """{"do":"merge","kind":"person","name":"Dmitri Peskov","to":"Dmitry Peskov","made":"2026-11-22T10:00:00Z"}""";
        for (var i = 0; i < 2000; i++)
        {
            var chars = line[..random.Next(line.Length + 1)].ToCharArray();
            for (var flips = random.Next(4); flips > 0 && chars.Length > 0; flips--) chars[random.Next(chars.Length)] = (char)random.Next(1, 0x3000);
            Folder.Write(EntityDecisions.FileName, [new string(chars)]);

            EntityDecisions.Load(Folder, problem => Assert.NotEmpty(problem.Reason));
        }
    }

    private static EntityDecision Merge(string name, string to) => new(EntityDecision.Merge, "person", name, to, null);

    private EntityChoices Choices(params EntityDecision[] decisions)
    {
        Folder.Write(EntityDecisions.FileName, []);
        Assert.Null(EntityDecisions.Add(Folder, decisions));
        return EntityDecisions.Load(Folder, _ => { }).ToChoices();
    }
}
