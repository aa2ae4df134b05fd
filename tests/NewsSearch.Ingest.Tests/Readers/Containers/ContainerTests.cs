using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Containers;

public sealed class ContainerTests : IDisposable
{
    private readonly ReaderRun _run = new();

    public static TheoryData<string, byte[], string[]> Nested()
    {
        var page = Utf8("<html><body>page</body></html>");
        var lines = Utf8("{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
        return new()
        {
            { "dump.zip", Zip(("a/b.html", page), ("c.jsonl", lines)), ["dump.zip!/a/b.html", "dump.zip!/c.jsonl#1", "dump.zip!/c.jsonl#2"] },
            { "dump.tar", Tar(("a/b.html", page), ("c.jsonl.gz", Gzip(lines))), ["dump.tar!/a/b.html", "dump.tar!/c.jsonl.gz#1", "dump.tar!/c.jsonl.gz#2"] },
            { "dump.tar.gz", Gzip(Tar(("./b.html", page))), ["dump.tar.gz!/./b.html"] },
            { "under-a-false.name", Zip(("in.zip", Zip(("b", page)))), ["under-a-false.name!/in.zip!/b"] },
            { "dump.zip", Zip(("in.tar", Tar(("x/in.zip", Zip(("b", page)))))), ["dump.zip!/in.tar!/x/in.zip!/b"] },
            { "b.html.gz.gz", Gzip(Gzip(page)), ["b.html.gz.gz"] },
            { "lines.jsonl.gz", Gzip(lines, [], lines), ["lines.jsonl.gz#1", "lines.jsonl.gz#2", "lines.jsonl.gz#3", "lines.jsonl.gz#4"] },
        };
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Articles_name_the_path_that_leads_to_them(string name, byte[] content, string[] sources)
    {
        var articles = _run.Read(name, content);

        Assert.Empty(_run.Rejected);
        Assert.Equal(sources, articles.Select(article => article.Source));
    }

    [Fact]
    public void Packed_archives_longer_than_what_is_looked_at_first_are_read_to_their_end()
    {
        var random = new Random(8);
        var files = Enumerable.Range(0, 20).Select(i => ($"{i:00}.txt", Utf8(string.Concat(Enumerable.Range(0, 1 + random.Next(4000)).Select(_ => $"{random.Next(1000)} "))))).ToArray();

        var articles = _run.Read("a.tar.gz", Gzip(Tar(files))).Concat(_run.Read("b.gz", Gzip(Zip(files))));

        Assert.Empty(_run.Rejected);
        Assert.Equal(files.Concat(files).Select(file => System.Text.Encoding.UTF8.GetString(file.Item2)), articles.Select(article => article.Given.Body));
    }

    [Fact]
    public void Archives_are_entered_to_a_bounded_depth()
    {
        var content = Utf8("text");
        for (var i = 0; i < 6; i++) content = Zip(("z", content));

        Assert.Empty(_run.Read("deep.zip", content));

        Assert.Equal(("deep.zip!/z!/z!/z!/z!/z", "", "It lies in more than 4 archives within each other."), Assert.Single(_run.Rejected));
    }

    [Fact]
    public void Entries_that_lead_out_of_the_archive_are_refused_and_the_others_read()
    {
        var text = Utf8("some text");

        var zip = _run.Read("a.zip", Zip(("../evil.txt", text), ("/etc/evil.txt", text), ("c:\\evil.txt", text), ("good.txt", text), (".hidden", text), ("__MACOSX/good.txt", text)));
        var tar = _run.Read("a.tar", Tar(("a/../../evil.txt", text), ("good.txt", text)));

        Assert.Equal(["a.zip!/good.txt", "a.tar!/good.txt"], zip.Concat(tar).Select(article => article.Source));
        Assert.Equal(["a.zip!/../evil.txt", "a.zip!/etc/evil.txt", "a.zip!/c:/evil.txt", "a.tar!/a/../../evil.txt"], _run.Rejected.Select(rejection => rejection.File));
        Assert.All(_run.Rejected, rejection => Assert.Equal("Its path leads out of the archive; it is not read.", rejection.Reason));
    }

    [Fact]
    public void A_bomb_is_left_when_it_has_unpacked_to_too_much()
    {
        var line = Utf8("{\"body\":\"" + new string('x', 1 << 20) + "\"}\n");
        var entry = new byte[line.Length * 30];
        for (var i = 0; i < 30; i++) line.CopyTo(entry, i * line.Length);

        var articles = _run.Read("bomb.zip", Zip(("a.jsonl", entry), ("b.jsonl", entry), ("c.jsonl", entry), ("d.jsonl", entry)));

        Assert.InRange(articles.Count, 60, 110);
        Assert.Equal("It unpacks to more than 250 times its size, so the rest of the file is not read.", Assert.Single(_run.Rejected).Reason);
    }

    [Fact]
    public void A_damaged_entry_is_rejected_and_the_next_is_read()
    {
        var text = Utf8(string.Concat(Enumerable.Range(0, 3000).Select(i => $"word{i * 7919 % 10007} ")));
        var zip = Zip(("a.txt", text), ("b.txt", Utf8("good text")));
        for (var i = 100; i < 120; i++) zip[i] ^= 0x5A;

        var article = Assert.Single(_run.Read("a.zip", zip));

        Assert.Equal("good text", article.Given.Body);
        Assert.Equal("a.zip!/a.txt", Assert.Single(_run.Rejected).File);
    }

    [Fact]
    public void A_broken_gzip_member_is_rejected_by_where_it_begins()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $$"""{"id":"{{i * 7919 % 10007}}"}""" + "\n"));
        var packed = Gzip(Utf8(lines), Utf8(lines));
        packed[packed.Length / 4] ^= 0x5A;

        var articles = _run.Read("a.jsonl.gz", packed);

        Assert.InRange(articles.Count, 1, 500);
        Assert.Equal("byte 0", _run.Rejected.Last().Place);
    }

    [Fact]
    public void An_archive_that_is_cut_short_is_rejected()
    {
        var text = Utf8(string.Concat(Enumerable.Range(0, 3000).Select(i => $"word{i * 7919 % 10007} ")));

        var fromTar = _run.Read("a.tar", Tar(("a.txt", Utf8("x y z")), ("b.txt", text))[..4000]);
        _run.Read("a.zip", Zip(("a.txt", text))[..1000]);

        Assert.Equal("x y z", fromTar[0].Given.Body);
        Assert.Contains(_run.Rejected, rejection => rejection.File.StartsWith("a.tar", StringComparison.Ordinal));
        Assert.Contains(_run.Rejected, rejection => rejection == ("a.zip", "", "The zip archive is damaged: its directory, which stands at its end, cannot be read."));
    }

    [Fact]
    public void Counts_tell_the_formats_inside()
    {
        _run.Read("a.zip", Zip(("a.jsonl", Utf8("{\"id\":\"1\"}\n[]\n")), ("b.pdf", Utf8("%PDF-1.4"))));

        Assert.Equal([new FormatCount("JSON Lines", 0, 1), new FormatCount("PDF", 0, 1)], _run.Counts.Formats);
    }

    public void Dispose() => _run.Dispose();
}
