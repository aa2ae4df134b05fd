using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Tests.Cleaning;

public sealed class CleaningRulesTests
{
    /// <summary>The paragraphs under test stand between these.</summary>
    private const string Before = "The council met on Monday to talk about the bridge over the harbour.";
    private const string After = "It will meet again in spring, when the plans for the new bridge are ready, the mayor said.";

    [Theory]
    [InlineData("a.\n\n^A bridge.\n\nb.", "a.\n\nb.", "4:A bridge.")]
    [InlineData("^A bridge.\n\na.", "a.", "0:A bridge.")]
    [InlineData("^A bridge.\n\n^A pier.", "A bridge.\n\nA pier.", "")]
    public void Captions_are_kept_apart_unless_there_is_no_other_text(string text, string body, string removed)
    {
        var (left, removals) = new Draft(text.Replace('^', Captions.Mark)).Finish();

        Assert.Equal((body, removed), (left, string.Join('|', removals.Select(removal => $"{removal.At}:{removal.Text}"))));
        Assert.All(removals, removal => Assert.Equal(Captions.Name, removal.Rule));
    }

    [Theory]
    [InlineData("empty-quote", "\" \"")]
    [InlineData("empty-quote", "“”")]
    [InlineData("counter", "0 51")]
    [InlineData("counter", "12 Shares")]
    [InlineData("counter", "1.2K views 3 comments")]
    [InlineData("embedded-tweet", "New bridge plans are out! pic.twitter.com/abc — City of Example (@example) May 4, 2019")]
    [InlineData("comment-form", "Leave a Reply")]
    [InlineData("comment-form", "leave a comment to Anna Lind Cancel reply")]
    [InlineData("comment-form", "Your email address will not be published. Required fields are marked *")]
    [InlineData("comment-form", "Leave a Reply Your email address will not be published. Required fields are marked * Comment * Name * Email * Website Post Comment")]
    [InlineData("comment-form", "Save my name, email, and website in this browser for the next time I comment.")]
    [InlineData("copyright", "Copyright 2024, PatriotWise.com")]
    [InlineData("copyright", "© 2019-2024 The Example. All rights reserved.")]
    [InlineData("copyright", "Copyright © 2019 The Example, LLC. Click here for reprint permission.")]
    [InlineData("agency-credit", "Source: With information from AP")]
    [InlineData("agency-credit", "The Associated Press contributed to this report.")]
    [InlineData("agency-credit", "(With inputs from PTI)")]
    [InlineData("agency-credit", "Harbour Post's Anna Lind and John Roe contributed to this report.")]
    [InlineData("agency-credit", "Contributing: Anna Lind, Harbour Post; The Associated Press")]
    [InlineData("picture-note", "Image copyright AFP")]
    [InlineData("picture-note", "Image copyright Getty Images Image caption The bridge at night")]
    [InlineData("picture-note", "Media playback is unsupported on your device Media caption The bridge at night")]
    [InlineData("picture-note", "Enlarge this image toggle caption Anna Lind/AP Anna Lind/AP")]
    [InlineData("picture-note", "Share All sharing options for: Bridge to close")]
    [InlineData("picture-note", "Story Continued Below")]
    [InlineData("cross-reference", "SEE ALSO: Bridge to close for a year")]
    [InlineData("cross-reference", "STORY:Bridge to close for a year")]
    [InlineData("cross-reference", "Related: Bridge to close for a year")]
    [InlineData("cross-reference", "Read more about the harbour: Bridge to close")]
    [InlineData("cross-reference", "( Also on HARBOUR: How the bridge was built)")]
    [InlineData("cross-reference", "( PHOTOS: The bridge over the years)")]
    [InlineData("cross-reference", "[See which bridges are closed this year.]")]
    [InlineData("cross-reference", "CLICK HERE FOR THE HARBOUR POST APP")]
    [InlineData("reader-call", "Follow Anna Lind on Twitter @annalind.")]
    [InlineData("reader-call", "You can follow her on Twitter: https://example.org/annalind")]
    [InlineData("reader-call", "Like us on Facebook.")]
    [InlineData("reader-call", "Read or Share this story: https://example.org/x1")]
    [InlineData("reader-call", "Sign up for our Harbour Newsletter")]
    [InlineData("reader-call", "GET THE HARBOUR POST APP")]
    public void A_rule_takes_what_it_is_for(string rule, string passage)
    {
        var (body, removed) = Clean(Before + "\n\n" + passage + "\n\n" + After);

        Assert.Equal((passage, rule), (Assert.Single(removed).Text, removed[0].Rule));
        Assert.Equal(Before + "\n\n" + After, body);
        Assert.Equal(Before.Length + 2, removed[0].At);
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("0-51")]
    [InlineData("51 people were hurt")]
    [InlineData("“No”")]
    [InlineData("Leave a reply to this letter at the town hall by Friday.")]
    [InlineData("Your email address will not be published by the city, the mayor said, unless you ask for it.")]
    [InlineData("Comment")]
    [InlineData("Name")]
    [InlineData("About authors and their books")]
    [InlineData("About the author of the plan, little is known.")]
    [InlineData("Copyright law was changed in 2019, he said.")]
    [InlineData("Copyright 2024 was the title of her talk, and copyright was its subject, which surprised many of the guests who had come to hear about the bridge and its history.")]
    [InlineData("The Associated Press contributed to this report by sending two reporters.")]
    [InlineData("Source: a person who knows the mayor.")]
    [InlineData("Anna Lind contributed to this report on bridges.")]
    [InlineData("Image copyright is a matter of law, and of the law alone.\nSo is the bridge.")]
    [InlineData("More: what the mayor did not say is that the bridge is closed.")]
    [InlineData("Related matters: the harbour and its bridge.")]
    [InlineData("(Photos of the bridge: none.)")]
    [InlineData("On 20 February 2024 it happened.")]
    [InlineData("She wrote — on Twitter (@anna) — in May 4, 2019")]
    [InlineData("The post by Anna Lind (@anna) of May 4, 2019, said so.")]
    [InlineData("(Example) — The mayor is here.")]
    [InlineData("(example.com says so) — The mayor is here.")]
    [InlineData("date 2024-02-20 was when it happened.")]
    [InlineData("Share this view with others.")]
    [InlineData("Share this story with your children, the mayor said.")]
    [InlineData("Follow the money, she said on Facebook. It leads to the harbour.")]
    [InlineData("Signing up for the newsletter was a mistake, she said.")]
    [InlineData("They follow Anna Lind on Twitter.")]
    public void No_rule_takes_real_text(string passage)
    {
        var text = Before + "\n\n" + passage + "\n\n" + After;

        var (body, removed) = Clean(text);

        Assert.Empty(removed);
        Assert.Equal(text, body);
    }

    [Theory]
    [InlineData("date 2024-02-20 was when it happened, long ago.")]
    [InlineData("Date 2024-02-20 The bridge is closed.")]
    [InlineData("(example.com says so) — The mayor is here.")]
    [InlineData("(AP) — The mayor is here.")]
    [InlineData("12 3 The mayor is here.")]
    public void Nothing_real_is_taken_from_the_first_paragraph(string first)
    {
        var (body, removed) = Clean(first + "\n\n" + After);

        Assert.Empty(removed);
        Assert.Equal(first + "\n\n" + After, body);
    }

    [Theory]
    [InlineData("date 2024-02-20 ", "date-line", "date 2024-02-20")]
    [InlineData("date 2024-02-20\n\n", "date-line", "date 2024-02-20")]
    [InlineData("(PatriotWise.com) —\u00A0 ", "outlet-tag", "(PatriotWise.com) —")]
    public void What_stands_before_the_first_sentence_goes(string prefix, string rule, string removedText)
    {
        var (body, removed) = Clean(prefix + Before + "\n\n" + After);

        Assert.Equal(Before + "\n\n" + After, body);
        Assert.Equal((removedText, 0, rule), (Assert.Single(removed).Text, removed[0].At, removed[0].Rule));
    }

    [Theory]
    [InlineData("(Reporting by Anna Lind; Editing by John C. Roe )")]
    [InlineData("(Additional reporting by Anna Lind and John Roe in Oslo); Editing by Mary Lee)")]
    [InlineData("(With additional reporting by Anna Lind)")]
    [InlineData("(Writing and editing by Anna Lind)")]
    public void Who_reported_and_edited_is_cut_from_the_last_paragraph(string credit)
    {
        var (body, removed) = Clean(Before + "\n\n" + After + " " + credit);

        Assert.Equal(Before + "\n\n" + After, body);
        Assert.Equal((credit, body.Length, "agency-credit"), (Assert.Single(removed).Text, removed[0].At, removed[0].Rule));
    }

    [Theory]
    [InlineData("Anna Lind", true)]
    [InlineData("Anna Lind, and John C. Roe", true)]
    [InlineData("Bridge closes today", false)]
    [InlineData("Why Lind Closed The Bridge", false)]
    public void Names_over_the_outlets_line_are_a_byline(string line, bool isByline) =>
        Assert.Equal(isByline, Clean(line + "\n\nUSA TODAY\n\n" + Before).Removed.Exists(removal => removal is { Rule: "byline" } && removal.Text == line));

    [Fact]
    public void Bare_numbers_and_notices_go_only_where_they_are_furniture()
    {
        var table = string.Join("\n\n", Before, Before + "1", Before + "2", "12 51", "Copyright 2024, Example.com", After, After + "1", After + "2");

        Assert.Equal(table, Clean(table).Body);
    }

    [Fact]
    public void An_author_box_takes_a_short_note_and_never_a_long_text()
    {
        Assert.Equal(Before, Clean(Before + "\n\nAbout the author\n\nAnna Lind writes on bridges.").Body);
        Assert.Equal(Before + "\n\n" + After + "\n\n" + After + "\n\n" + After, Clean(Before + "\n\nAbout the author\n\n" + After + "\n\n" + After + "\n\n" + After).Body);
    }

    [Fact]
    public void Labels_of_a_form_go_only_within_a_form()
    {
        var (body, removed) = Clean(Before + "\n\nName\n\nLeave a Reply\n\nName *\n\nEmail *\n\nPost Comment\n\n" + After);

        Assert.Equal(Before + "\n\nName\n\n" + After, body);
        Assert.Equal(["Leave a Reply", "Name *", "Email *", "Post Comment"], removed.Select(removal => removal.Text));
    }

    [Fact]
    public void Hostile_text_comes_to_an_end_and_nothing_is_invented()
    {
        var hostile = string.Concat(Enumerable.Repeat("Leave a Reply to Leave a Reply to Leave a Reply to x\n\n\" \"\n\n1 2\n\n— a (@b) — a (@b)\n\nAbout Author\n\n", 20_000));

        var (body, removed) = Clean(hostile);

        Assert.InRange(body.Length + removed.Sum(removal => removal.Text.Length), 0, hostile.Length);
    }

    private static (string Body, List<NewsSearch.Archive.Removal> Removed) Clean(string text)
    {
        var draft = new Draft(text);
        CleaningRules.Apply(draft, new HashSet<string>());
        return draft.Finish();
    }
}
