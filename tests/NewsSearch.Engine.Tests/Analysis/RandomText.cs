namespace NewsSearch.Engine.Tests.Analysis;

/// <summary>Random texts that are hard on analysis.</summary>
internal static class RandomText
{
    private const string Interesting =
        "aAsSeE'’‘ʼ.,:;_-\u2010 \t\r\n\"09\u00AD\u200B\u200C\u200D\u2060\uFE0F\u0301\u0308\u0640אבابكかがカﾞー北京서\u1112\u1161\u11AB" +
        "กำक्\u093Cß İıœﬁ½３Ａ\uD800\uDC00\u20E3ℹ\u0345ᾳ\u058A";

    private static readonly string[] Astral = ["😀", "👩", "🇩", "🇪", "𝐀", "𠀋", "🅰", "\U0001F1E6", "\U000E0001"];

    /// <summary>Mostly units that rules speak of, some of any kind, lone surrogates among them.</summary>
    public static string Make(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(12) switch
    {
        0 => Astral[random.Next(Astral.Length)],
        1 => ((char)random.Next(0x10000)).ToString(),
        _ => Interesting[random.Next(Interesting.Length)].ToString(),
    }));

    /// <summary>ASCII with letters, digits and what joins them frequent; now and then another character.</summary>
    public static string MakeMostlyAscii(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(30) switch
    {
        0 => Interesting[random.Next(Interesting.Length)],
        < 4 => ' ',
        < 8 => "'.,:;_\"-\r\n"[random.Next(10)],
        < 14 => "sSuUaA19"[random.Next(8)],
        _ => (char)random.Next(0x20, 0x7F),
    }));
}
