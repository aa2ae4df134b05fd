using System.Globalization;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>The time behind a date, as people write it -> <c>T14:05</c> with its offset, where one is written.</summary>
internal static class WrittenTime
{
    /// <summary>Words and signs between a date and its time.</summary>
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase)
    {
        "at", "um", "à", "a", "alle", "ore", "klo", "kl", "às", "as", "las", "la", "в", "о", "om", "t", "saat", "la", "-", "–", "—", "|", ",", "•", "·", "/", "(",
    };

    /// <summary>Abbreviations that mean one offset; those that mean several (CST, IST) are left out.</summary>
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = "Z",
        ["utc"] = "Z",
        ["gmt"] = "Z",
        ["est"] = "-05:00",
        ["edt"] = "-04:00",
        ["cdt"] = "-05:00",
        ["mst"] = "-07:00",
        ["mdt"] = "-06:00",
        ["pst"] = "-08:00",
        ["pdt"] = "-07:00",
        ["cet"] = "+01:00",
        ["cest"] = "+02:00",
        ["mez"] = "+01:00",
        ["mesz"] = "+02:00",
        ["eet"] = "+02:00",
        ["eest"] = "+03:00",
        ["msk"] = "+03:00",
        ["jst"] = "+09:00",
        ["kst"] = "+09:00",
        ["hkt"] = "+08:00",
        ["sgt"] = "+08:00",
        ["aest"] = "+10:00",
        ["aedt"] = "+11:00",
        ["nzst"] = "+12:00",
        ["nzdt"] = "+13:00",
    };

    /// <summary>The time and where the tokens behind it begin; null and the same place where none follows.</summary>
    public static (string? Time, int End) After(List<DateToken> tokens, int at)
    {
        var hourAt = at;
        while (hourAt < tokens.Count && Joints.Contains(tokens[hourAt].Text)) hourAt++;
        if (hourAt >= tokens.Count || !tokens[hourAt].IsNumber || tokens[hourAt].Text.Length > 2) return (null, at);
        int hour = tokens[hourAt].Number, minute = 0, end = hourAt + 1;
        if (end + 1 < tokens.Count && tokens[end].Text is ":" or "." or "h" or "H" or "時" or "点" && tokens[end + 1] is { IsNumber: true, Text.Length: 2 })
        {
            minute = tokens[end + 1].Number;
            end += 2;
            if (end + 1 < tokens.Count && tokens[end].Text == ":" && tokens[end + 1] is { IsNumber: true, Text.Length: 2, Number: < 60 }) end += 2;
        }
        var isWholeHour = end == hourAt + 1;
        var half = HalfDay(tokens, ref end);
        if (isWholeHour && half is null) return (null, at);
        if (half is not null)
        {
            // "14:05 PM" is what some programs write.
            if (hour < 1 || (hour > 12 && (isWholeHour || half == 'a'))) return (null, at);
            if (hour <= 12) hour = hour % 12 + (half == 'p' ? 12 : 0);
        }
        if (hour > 23 || minute > 59) return (null, at);
        var (offset, last) = Offset(tokens, end);
        return (string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}{offset}"), last);
    }

    /// <summary>'a' or 'p' for am, A.M., "a. m.", and the place behind it; null where none follows.</summary>
    private static char? HalfDay(List<DateToken> tokens, ref int at)
    {
        if (at >= tokens.Count) return null;
        var (word, length) = (tokens[at].Text, 1);
        if (word.Length == 1 && at + 2 < tokens.Count && tokens[at + 1].Text == ".") (word, length) = (word + tokens[at + 2].Text, 3);
        char? half = word.ToLowerInvariant() switch
        {
            "am" or "a.m" => 'a',
            "pm" or "p.m" => 'p',
            _ => null,
        };
        if (half is null) return null;
        at += length;
        if (at < tokens.Count && tokens[at].Text == ".") at++;
        return half;
    }

    private static (string? Offset, int End) Offset(List<DateToken> tokens, int at)
    {
        if (at >= tokens.Count) return (null, at);
        var zone = Zones.GetValueOrDefault(tokens[at].Text);
        var next = zone is null ? at : at + 1;
        if (zone is not (null or "Z") || next + 1 >= tokens.Count || tokens[next].Text is not ("+" or "-" or "−")) return (zone, next);
        var number = tokens[next + 1];
        if (!number.IsNumber || tokens[next].End != number.Start) return (zone, next);
        var isWithColon = next + 3 < tokens.Count && tokens[next + 2].Text == ":" && tokens[next + 3] is { IsNumber: true, Text.Length: 2 };
        var (hours, minutes, end) = number.Text.Length == 4
            ? (number.Number / 100, number.Number % 100, next + 2)
            : (number.Number, isWithColon ? tokens[next + 3].Number : 0, isWithColon ? next + 4 : next + 2);
        return hours > 14 || minutes > 59 ? (zone, next)
            : (string.Create(CultureInfo.InvariantCulture, $"{(tokens[next].Text == "+" ? '+' : '-')}{hours:00}:{minutes:00}"), end);
    }
}
