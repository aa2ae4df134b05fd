using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Headers;

namespace NewsSearch.Ingest.Readers.Mail;

/// <summary>A mail (EML) or a mailbox of them (mbox) -> one article each: subject, date, sender, and the text of the newsletter.</summary>
internal static class MailReader
{
    private static readonly string[] Senders = ["From", "Sender", "Return-Path", "Received"];
    private static readonly string[] Others = ["Subject", "Date", "Message-ID", "MIME-Version", "To"];

    /// <summary>Whether a mail's head comes first: nothing but fields, among them a sender and two that only mail has.</summary>
    public static bool IsBegunBy(SourceHead head) => IsHead(head.Bytes.TrimStart(" \t\r\n"u8));

    /// <summary>Whether a mailbox begins so: a line "From address date", and a mail's head.</summary>
    public static bool IsBoxBegunBy(SourceHead head)
    {
        var feed = head.Bytes.IndexOf((byte)'\n');
        return head.Begins("From ") && feed > 0 && IsHead(head.Bytes[(feed + 1)..]);
    }

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        if (WholeContent.Of(content, options.MaxRecordByteLength) is { } bytes) return [new SourceArticle(ArticleIn(bytes), file, "")];
        reject(new Rejection(file.Path, "", $"The mail is longer than {options.MaxRecordByteLength >> 20} MB."));
        return [];
    }

    public static IEnumerable<SourceArticle> ReadBox(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var window = new ByteWindow(content);
        for (long number = 1; ; number++)
        {
            var place = "message " + number.ToString(CultureInfo.InvariantCulture);
            var mail = NextMail(window, options.MaxRecordByteLength, out var isTooLong);
            if (mail is null) yield break;
            if (isTooLong) reject(new Rejection(file.Path, place, $"The mail is longer than {options.MaxRecordByteLength >> 20} MB."));
            else yield return new SourceArticle(ArticleIn(mail), file, place);
        }
    }

    private static bool IsHead(ReadOnlySpan<byte> bytes)
    {
        var end = HeaderFields.EndOf(bytes);
        var head = end < 0 ? bytes : bytes[..end];
        foreach (var line in head.Split((byte)'\n'))
        {
            var name = head[line];
            if (name is [] or [(byte)'\r'] or [(byte)' ' or (byte)'\t', ..]) continue;
            var colon = name.IndexOf((byte)':');
            if (colon <= 0 || name[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0) return false;
        }
        var fields = new HeaderFields(head);
        return Senders.Any(name => fields[name] is not null) && Others.Count(name => fields[name] is not null) >= 2;
    }

    private static Article ArticleIn(ReadOnlyMemory<byte> bytes)
    {
        var mail = new MimePart(bytes[(bytes.Length - bytes.Span.TrimStart(" \t\r\n"u8).Length)..]);
        var leaves = mail.All.Where(part => part.Parts.Count == 0 && !part.IsAttachment).ToList();
        var plain = leaves.Where(part => part.MediaType.Name is "text/plain").Select(part => part.Text()).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var html = plain is null ? leaves.Find(part => part.MediaType.IsHtml)?.Text() : null;
        var date = mail.Fields["Date"];
        var published = MachineDate.Of(date);
        var subject = EncodedWords.Decode(mail.Fields["Subject"] ?? "");
        return new Article
        {
            Id = mail.Fields["Message-ID"]?.Trim('<', '>', ' ') is { Length: <= Article.MaxIdLength } id ? id : "",
            Title = subject.Length > 0 ? subject : null,
            Body = plain ?? (html is null ? "" : HtmlText.Of(html, marksCaptions: true)),
            Outlet = Sender(mail.Fields["From"]),
            Published = published,
            PublishedBy = published is not null ? "mail date" : date is not null ? PublicationDate.Unreadable + date : null,
        };
    }

    /// <summary>The name before the address, else the address's host.</summary>
    private static string? Sender(string? from)
    {
        if (string.IsNullOrWhiteSpace(from)) return null;
        var bracket = from.IndexOf('<', StringComparison.Ordinal);
        var name = EncodedWords.Decode((bracket > 0 ? from[..bracket] : "").Trim().Trim('"')).Trim().Trim('"');
        if (name.Length > 0 && !name.Contains('@', StringComparison.Ordinal)) return name;
        var at = from.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? null : from[(at + 1)..].Split('>', ' ', ',', '(')[0].ToLowerInvariant();
    }

    /// <summary>The bytes from behind a "From " line to the next one after an empty line; null at the end. Such lines within a mail are written ">From ".</summary>
    private static byte[]? NextMail(ByteWindow window, int maxByteLength, out bool isTooLong)
    {
        isTooLong = false;
        for (var searched = 0; ;)
        {
            var next = window.Bytes[searched..].IndexOf("\n\nFrom "u8) is >= 0 and var plain ? searched + plain + 2
                : window.Bytes[searched..].IndexOf("\n\r\nFrom "u8) is >= 0 and var carriage ? searched + carriage + 3 : -1;
            if (next < 0 && window.Bytes.Length <= maxByteLength)
            {
                searched = Math.Max(0, window.Bytes.Length - "\n\r\nFrom ".Length);
                if (window.Grow()) continue;
            }
            else if (next < 0)
            {
                isTooLong = true;
                window.Pass(window.Bytes.Length - "\n\r\nFrom ".Length);
                searched = 0;
                if (window.Grow()) continue;
            }
            if (window.Bytes.IsEmpty) return null;
            var end = next < 0 ? window.Bytes.Length : next;
            var feed = window.Bytes[..end].IndexOf((byte)'\n');
            var mail = window.Bytes[(feed + 1)..end].ToArray();
            window.Pass(end);
            return mail;
        }
    }
}
