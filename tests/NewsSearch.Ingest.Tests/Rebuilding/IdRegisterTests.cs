using NewsSearch.Archive;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest.Tests.Rebuilding;

public sealed class IdRegisterTests
{
    private readonly IdRegister _register = new(renames: true);
    private int _entry;

    [Fact]
    public void The_same_text_again_is_counted_once()
    {
        Assert.Null(Register("one").Repeated);
        Assert.Equal((null, Repetition.Same), Fate(Register("one")));
        Assert.Equal((null, Repetition.Same), Fate(Register("one", date: "2024-05-01")));
    }

    [Theory]
    [InlineData("2024-02-20", "2024-02-21", Repetition.Newer)]
    [InlineData("2024-02-21", "2024-02-20", Repetition.Older)]
    [InlineData("2024-02-20", "2024-02-20T14:05+01:00", Repetition.Newer)]
    [InlineData("2024-02-20T14:05+01:00", "2024-02-20", Repetition.Newer)]
    [InlineData("2024-02-20T14:05Z", "2024-02-20T14:04Z", Repetition.Older)]
    [InlineData("2024-02-20", null, Repetition.Newer)]
    [InlineData(null, "2024-02-20", Repetition.Newer)]
    [InlineData("2024", "2023-12-31", Repetition.Older)]
    [InlineData("2024", "2024-12-31", Repetition.Newer)]
    public void Of_two_versions_at_one_address_the_newer_stays_and_where_dates_do_not_tell_the_later_in_the_sources(string? first, string? second, Repetition kind)
    {
        Register("one", "https://example.org/a", first);

        var registered = Register("two", "http://m.example.org/a/?utm_source=x#top", second);

        Assert.Equal((kind == Repetition.Newer ? "id" : null, kind), Fate(registered));
        Assert.Equal(kind == Repetition.Newer ? 0 : null, registered.Replaced);
    }

    [Fact]
    public void A_version_that_was_replaced_does_not_come_back()
    {
        Register("one", "https://example.org/a");
        Assert.Equal(0, Register("two", "https://example.org/a").Replaced);
        Assert.Equal((null, Repetition.Same), Fate(Register("one", "https://example.org/a")));
        Assert.Equal(1, Register("three", "https://example.org/a").Replaced);
    }

    [Fact]
    public void Another_text_elsewhere_takes_a_new_id_and_its_versions_keep_it()
    {
        Register("one", "https://example.org/a");

        Assert.Equal(("id#2", Repetition.Renamed), Fate(Register("two", "https://example.org/b")));
        Assert.Equal(("id#3", Repetition.Renamed), Fate(Register("three")));
        Assert.Equal(("id#4", Repetition.Renamed), Fate(Register("four")));
        Assert.Equal(("id#2", Repetition.Newer), Fate(Register("five", "https://example.org/b")));
    }

    [Fact]
    public void Where_ids_are_not_renamed_the_later_text_replaces()
    {
        var register = new IdRegister(renames: false);
        register.Register(Made("one", null, "2024-02-20"), 0);

        Assert.Equal(("id", Repetition.Newer), Fate(register.Register(Made("two", null, null), 1)));
        Assert.True(register.Knows("id"));
        Assert.False(register.Knows("other"));
    }

    private static (string? Id, Repetition? Kind) Fate(Registered registered) => (registered.Article?.Id, registered.Repeated?.Kind);

    private Registered Register(string body, string? url = null, string? date = null) => _register.Register(Made(body, url, date), _entry++);

    private static Article Made(string body, string? url, string? date) => new() { Id = "id", Body = body, Url = url, Published = PublicationDate.TryParse(date) };
}
