using System.Text.Json;

namespace NewsSearch.Archive.Embedded;

/// <summary>What a line of results shows of an article without touching its body.</summary>
internal sealed record ArticleHead(string Id, string Title, bool HasHeadline, string? Outlet, string? Published, string? Url)
{
    public static ArticleHead Of(Article article) =>
        new(article.Id, DisplayTitle.Of(article), article.Title is not null, article.Outlet, article.Published?.Text, article.Url);

    public static ArticleHead FromUtf8(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ArticleHead>(json) ?? throw new JsonException("The head is null.");

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this);
}
