using System.Runtime.InteropServices;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Entities.Naming;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>All articles, twice -> whose a surname is that stands alone on a day: that of the full name which nearly all articles of the same days use.</summary>
/// <remarks>
/// The first look finds the surnames that stand alone anywhere, the second counts the full names with them, by three days each. Memory is bounded: what comes beyond it is not
/// learned, and the surname stays alone.
/// </remarks>
internal sealed class LoneNameLearner
{
    /// <summary>Days counted together; a day is judged with the span before and behind its own. Taste: a story lasts about a week.</summary>
    private const int Span = 3;

    /// <summary>Articles that must use the full name, and their share of all with the surname.</summary>
    private const int LeastArticles = 3;
    private const double LeastShare = 0.8;

    /// <summary>Days behind the newest article for which added ones are judged by it. Taste.</summary>
    private const int HoldsForDays = 14;

    /// <summary>Surnames, and surnames by span, that are counted: together some 80 MB at most.</summary>
    private const int MostSurnames = 1 << 18, MostSpans = 1 << 20;

    private readonly Dictionary<string, int> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Surname, int Span), Namesakes> _spans = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private string[] _shown = [];
    private DateOnly _newest;

    /// <summary>The first look.</summary>
    public void See(Article article)
    {
        foreach (var person in article.People)
        {
            if (person.IsLone && _surnames.Count < MostSurnames) _surnames.TryAdd(NameKey.Of(person.Name), _surnames.Count);
        }
    }

    /// <summary>The second look, at all articles again.</summary>
    public void Count(Article article)
    {
        if (_surnames.Count == 0) return;
        var day = article.Published is { Precision: >= DatePrecision.Day } published ? published.FirstDay : (DateOnly?)null;
        if (day > _newest) _newest = day.Value;
        if (day is null) return;
        foreach (var surname in article.People.Where(person => !person.IsLone).Select(person => NameKey.Of(person.Name)).Distinct(StringComparer.Ordinal).SelectMany(key => LoneNameRules.Surnames(key), (key, surname) => (Key: key, Surname: surname)).GroupBy(name => name.Surname, name => name.Key, StringComparer.Ordinal))
        {
            if (!_surnames.TryGetValue(surname.Key, out var number)) continue;
            var span = (number, SpanOf(day.Value));
            if (_spans.Count < MostSpans || _spans.ContainsKey(span)) CollectionsMarshal.GetValueRefOrAddDefault(_spans, span, out _).Count(surname.Select(Number));
        }
    }

    /// <summary>What was learned. shown: key of a full name -> the name shown.</summary>
    public (LoneNameRules Rules, LoneNames ForAdded) Learn(Func<string, string> shown)
    {
        _shown = [.. _names.Select(shown)];
        var current = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var surname in _surnames.Keys)
        {
            if (_newest != default && Whose(surname, _newest) is { } name) current[surname] = name;
        }
        return (new LoneNameRules(Whose), _newest == default ? LoneNames.None : new LoneNames(_newest.AddDays(-Span), _newest.AddDays(HoldsForDays), current));
    }

    private string? Whose(string surname, DateOnly day)
    {
        if (!_surnames.TryGetValue(surname, out var surnameNumber)) return null;
        var (total, counts) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var span = SpanOf(day) - 1; span <= SpanOf(day) + 1; span++)
        {
            if (!_spans.TryGetValue((surnameNumber, span), out var namesakes)) continue;
            total += namesakes.Total;
            foreach (var (number, count) in namesakes.All) counts[_shown[number]] = counts.GetValueOrDefault(_shown[number]) + count;
        }
        var best = counts.OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value >= LeastArticles && best.Value >= LeastShare * total ? best.Key : null;
    }

    private static int SpanOf(DateOnly day) => day.DayNumber / Span;

    private int Number(string key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var isKnown);
        if (isKnown) return number;
        _names.Add(key);
        return number = _names.Count - 1;
    }

    /// <summary>Articles with full names of one surname in one span, and the first four names with theirs.</summary>
    private struct Namesakes
    {
        private int _first, _second, _third, _fourth;
        private int _firstCount, _secondCount, _thirdCount, _fourthCount;

        /// <summary>Articles.</summary>
        public int Total { get; private set; }

        public readonly IEnumerable<(int Number, int Count)> All =>
            new[] { (_first, _firstCount), (_second, _secondCount), (_third, _thirdCount), (_fourth, _fourthCount) }.Where(name => name.Item2 > 0);

        public void Count(IEnumerable<int> numbers)
        {
            Total++;
            foreach (var number in numbers) _ = TryCount(number, ref _first, ref _firstCount) || TryCount(number, ref _second, ref _secondCount) || TryCount(number, ref _third, ref _thirdCount) || TryCount(number, ref _fourth, ref _fourthCount);
        }

        private static bool TryCount(int number, ref int name, ref int count)
        {
            if (count > 0 && name != number) return false;
            name = number;
            count++;
            return true;
        }
    }
}
