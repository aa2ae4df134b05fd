using System.Text;
using NewsSearch.Ingest.Readers.Mail;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Mail;

public sealed class MailReaderTests : IDisposable
{
    private const string Letter = """
        Received: by mx.example with SMTP;
         Tue, 20 Feb 2024 14:05:07 +0900
        From: =?utf-8?q?Le_Mar=C3=A9e?= <news@tide.example>
        Date: Tue, 20 Feb 2024 14:05:06 +0900
        Message-ID: <1@tide.example>
        Subject: =?utf-8?B?SMOl?= =?utf-8?q?kon?= =?iso-8859-1?q?_=E9crit?= to all
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b1"

        for old programs
        --b1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+SMOla29uPC9wPg==
        --b1
        Content-Type: text/plain; charset=windows-1251
        Content-Transfer-Encoding: quoted-printable

        =CF=F0=E8=E2=E5=F2, =
        world.
        --b1--

        """;

    private readonly ReaderRun _run = new();

    [Fact]
    public void A_newsletter_gives_its_subject_date_sender_and_plain_text()
    {
        var article = Assert.Single(_run.Read("letter.txt", Utf8(Letter)));

        Assert.Equal("mail", article.Format);
        Assert.Equal("1@tide.example", article.Given.Id);
        Assert.Equal("Håkon écrit to all", article.Given.Title);
        Assert.Equal("Le Marée", article.Given.Outlet);
        Assert.Equal(("2024-02-20T14:05:06+09:00", "mail date"), (article.Given.Published?.Text, article.Given.PublishedBy));
        Assert.Equal("Привет, world.", article.Given.Body.Trim());
    }

    [Fact]
    public void Without_plain_text_the_page_is_read()
    {
        var article = Assert.Single(_run.Read("letter.eml", Utf8(Letter.Replace("text/plain", "image/png", StringComparison.Ordinal))));

        Assert.Equal("Håkon", article.Given.Body);
    }

    [Fact]
    public void A_mailbox_gives_its_mails_one_by_one()
    {
        var box = "From a@tide.example Tue Feb 20 14:05:06 2024\n" + Letter + "\nFrom b@tide.example Tue Feb 20 14:06:06 2024\n"
            + "From: b@tide.example\nSubject: Two\nDate: Tue, 20 Feb 2024 14:06:06 +0000\n\n>From here on\nno more.\n";

        var articles = _run.Read("box", Utf8(box));

        Assert.Equal(["Håkon écrit to all", "Two"], articles.Select(article => article.Given.Title));
        Assert.Equal(("message 2", "mailbox", "tide.example"), (articles[1].Place, articles[1].Format, articles[1].Given.Outlet));
    }

    [Fact]
    public void A_text_that_looks_like_a_head_is_no_mail()
    {
        var article = Assert.Single(_run.Read("a.txt", Utf8("From: the archive\nSubject: a talk\n\nHe said this: nothing.")));

        Assert.Equal("text", article.Format);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=?utf-8?q?a_b=3D?= and =?x-nobody?b?Yw==?=", "a b= and c")]
    [InlineData("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é")]
    public void Encoded_words_are_read(string value, string text) => Assert.Equal(text, EncodedWords.Decode(value));

    [Theory]
    [InlineData("a=\nb =3D =C3=A9 =zz =\r\nend=", "ab = é =zz end")]
    public void Quoted_printable_keeps_what_is_malformed(string sent, string meant) =>
        Assert.Equal(meant, Encoding.UTF8.GetString(TransferEncoding.QuotedPrintable(Encoding.Latin1.GetBytes(sent), isWord: false)));

    public void Dispose() => _run.Dispose();
}
