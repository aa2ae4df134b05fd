using System.Globalization;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>The time behind a date, as people write it -> <c>T14:05</c> with its seconds and offset, where they are written.</summary>
internal static class WrittenTime
{
    /// <summary>Words and signs between a date and its time.</summary>
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase)
    {
        "at", "um", "à", "a", "alle", "ore", "klo", "kl", "às", "as", "las", "la", "в", "о", "om", "t", "saat", "la", "-", "–", "—", "|", ",", "•", "·", "/", "(",
    };

    /// <summary>The time and where the tokens behind it begin; null and the same place where none follows.</summary>
    public static (string? Time, int End) After(List<DateToken> tokens, int at)
    {
        var hourAt = at;
        while (hourAt < tokens.Count && Joints.Contains(tokens[hourAt].Text)) hourAt++;
        if (hourAt >= tokens.Count || !tokens[hourAt].IsNumber || tokens[hourAt].Text.Length > 2) return (null, at);
        int hour = tokens[hourAt].Number, minute = 0, end = hourAt + 1;
        int? second = null;
        if (end + 1 < tokens.Count && tokens[end].Text is ":" or "." or "h" or "H" or "時" or "点" && tokens[end + 1] is { IsNumber: true, Text.Length: 2 })
        {
            minute = tokens[end + 1].Number;
            end += 2;
            if (end + 1 < tokens.Count && tokens[end].Text == ":" && tokens[end + 1] is { IsNumber: true, Text.Length: 2, Number: < 60 })
            {
                second = tokens[end + 1].Number;
                end += IsFraction(tokens, end + 2) ? 4 : 2;
            }
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
        return (string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}{(second is null ? "" : ":")}{second:00}{offset}"), last);
    }

    /// <summary>What follows the seconds in 14:05:06.123456 says nothing to a reader.</summary>
    private static bool IsFraction(List<DateToken> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Text is "." or "," && tokens[at + 1].IsNumber && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start;

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
        var zone = ZoneNames.Offset(tokens[at].Text);
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
