namespace NewsSearch.Ingest.Tests.Pages;

/// <summary>A page of an outlet that does not exist, with all that surrounds articles.</summary>
internal static class SamplePage
{
    public const string First = "The council met on Monday to talk about the old bridge over the harbour, which is to be closed for a year, the mayor said.";
    public const string Second = "“We have no choice,” said Anna Lind, who has led the works since 2019, “because the piers are older than anyone in this room.”";
    public const string Third = "Ferries will carry people across in the meantime, every ten minutes by day and every half hour by night, free of charge.";

    public const string Html = $$"""
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge to close for a year - The Harbour Post</title>
        <link rel="canonical" href="https://harbourpost.example/city/bridge-to-close">
        <meta property="og:site_name" content="The Harbour Post"><meta property="article:section" content="City">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge to close for a year",
          "datePublished":"2024-02-20T14:05:00+00:00","dateModified":"2024-02-22T08:00:00+00:00","author":[{"@type":"Person","name":"Håkon Lie"}]}</script></head>
        <body><nav><ul><li><a href="/">Home</a><li><a href="/city">City</a></ul></nav>
        <div class="cookie-banner"><p>We use cookies to make this site better, to count its readers, and for reasons that fill many pages.</p></div>
        <article><h1>Bridge to close for a year</h1><div class="share-bar"><a href="#">Facebook</a> <a href="#">Mail</a></div>
        <div class="article-body"><p>{{First}}</p>
        <figure><img src="b.jpg"><figcaption>The bridge on Tuesday. Photo: Bo Ek</figcaption></figure>
        <blockquote><p>{{Second}}</p></blockquote>
        <h2>Ferries</h2><p>{{Third}}</p>
        <ul><li>by day: every ten minutes</li><li>by night: every half hour</li></ul>
        <p>Read also: <a href="/x">Harbour fees to rise</a></p>
        <div class="newsletter-signup"><p>Sign up and get the best of the harbour in your mail every morning, before anyone else has it.</p></div></div></article>
        <div class="related"><h3>Related</h3><ul><li><a href="/1">Old bridges of the north</a></li></ul></div>
        <section id="comments"><p>I have crossed that bridge every day for thirty years, and never once did I feel it move, whatever they say.</p></section>
        <footer><p>© 2024 The Harbour Post. All rights reserved, including those of translation, reproduction and of course complaint.</p></footer></body></html>
        """;
}
