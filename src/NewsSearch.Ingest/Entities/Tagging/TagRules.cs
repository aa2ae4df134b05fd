using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>Tags of a text -> the same with what rules know better: each is about whole names and looks over the text, as the features cannot.</summary>
/// <remarks>
/// Each was kept because it does not lose on voa.dev, wikigold and world newspapers together:
/// "an Aurus limousine" is no organisation, nor is Aurus elsewhere in that text; "Luther King Day" holds no person; "Acme
/// Corp. and Kappa Inc." are two; "Jr." belongs to the name; a country is one, whatever stands around it; a family name alone
/// is the person who stands in full elsewhere, and a name's last part is not cut off that stands there elsewhere.
/// </remarks>
internal sealed class TagRules
{
    private const int Person = (int)NameKind.Person;
    private const int Organisation = (int)NameKind.Organisation;
    private const int Place = (int)NameKind.Place;

    private const int IsFamilyName = 1;
    private const int IsProduct = 2;
    private const int IsFullName = 4;

    private static readonly HashSet<uint> Determiners = [.. "a an his her its their several".Split(' ').Select(word => WordReader.Hash(word))];
    private static readonly HashSet<uint> Suffixes = [.. "jr jr. sr sr. ii iii iv".Split(' ').Select(word => WordReader.Hash(word))];
    private static readonly HashSet<uint> PlaceHeads = [.. "lake mount fort camp cape".Split(' ').Select(word => WordReader.Hash(word))];
    private static readonly uint And = WordReader.Hash("and");

    private readonly PreparedText _text;
    private readonly ArraySegment<TagToken> _tokens;
    private readonly byte[] _tags;
    private readonly HashTable _words;

    private TagRules(PreparedText text, byte[] tags)
    {
        (_text, _tokens, _tags) = (text, text.Tokens, tags);
        _words = new HashTable(text.Segments.Sum(segment => segment.End - segment.Start));
    }

    public static void Apply(PreparedText text, byte[] tags)
    {
        var rules = new TagRules(text, tags);
        foreach (var segment in text.Segments) rules.CollectUntagged(segment);
        rules.EachName(rules.Collect);
        rules.EachName(rules.Amend);
        foreach (var segment in text.Segments)
        {
            for (var i = segment.Start; i < segment.End; i++)
            {
                if (tags[i] == TagSet.Outside) rules.Add(segment, i);
            }
        }
    }

    private void EachName(Action<int, int> visit)
    {
        foreach (var segment in _text.Segments)
        {
            for (int start = segment.Start, end; start < segment.End; start = end)
            {
                end = start + 1;
                if (_tags[start] == TagSet.Outside) continue;
                while (!TagSet.EndsName(_tags[end - 1])) end++;
                visit(start, end);
            }
        }
    }

    /// <summary>Notes the family names of people who stand in full, and the first words of things.</summary>
    private void Collect(int start, int end)
    {
        var type = TagSet.Type(_tags[start]);
        if (type == Person && end - start > 1)
        {
            _words.At(_tokens[end - 1].Word) |= IsFamilyName;
            // Xi Jinping: no given name comes first.
            if ((_text.Lists[start] & NameList.FirstNames) == 0) _words.At(_tokens[start].Word) |= IsFamilyName;
        }
        if (type == Person && end - start > 2) _words.At(Phrase(start, end)) |= IsFullName;
        if (type != Place && IsThing(type, start, end)) _words.At(_tokens[Head(start, end)].Word) |= IsProduct;
    }

    /// <summary>"his Aurus Senat limousine", where the tagger saw no name.</summary>
    private void CollectUntagged(Segment segment)
    {
        var start = segment.End;
        while (start > segment.Start && _tags[start - 1] == TagSet.Outside && _tokens[start - 1].Is(TokenForm.Capital)) start--;
        if (start < segment.End && IsThing(TagSet.Types, start, segment.End)) _words.At(_tokens[Head(start, segment.End)].Word) |= IsProduct;
    }

    /// <summary>The first word that names the thing: behind "Russian".</summary>
    private int Head(int start, int end)
    {
        while (start < end - 1 && _tokens[start].Is(WordTraits.People)) start++;
        return start;
    }

    private bool IsThing(int type, int start, int end)
    {
        var at = end;
        while (at < end + 2 && Continues(at) && !_tokens[at].Is(WordTraits.Product | WordTraits.Function | WordTraits.PlacePreposition) && !_tokens[at].Is(TokenForm.HasCapital | TokenForm.Sign)) at++;
        if (!Continues(at) || !_tokens[at].Is(WordTraits.Product) || _tokens[at].Is(TokenForm.Capital)) return false;
        if (type == Person && at == end) return true;
        for (var i = start - 1; i >= 0 && i >= start - 3 && !_tokens[i + 1].Is(TokenForm.SentenceStart); i--)
        {
            if (Determiners.Contains(_tokens[i].Word)) return true;
        }
        return false;
    }

    private void Amend(int start, int end)
    {
        var type = TagSet.Type(_tags[start]);
        if (type is Person or Organisation && (Find(Head(start, end)) & IsProduct) != 0) _tags.AsSpan(start, end - start).Clear();
        else if (type is Person or Place && IsPartOfEvent(end)) _tags.AsSpan(start, end - start).Clear();
        else if (type == Person && end - start > 1 && PlaceHeads.Contains(_tokens[start].Word)) Write(Place, start, end);
        else if (type == Organisation && end - start == 1 && _tokens[start].Is(WordTraits.Country)) Write(Place, start, end);
        else if (type == Person && Continues(end) && (_tags[end] == TagSet.Outside || TagSet.Place(_tags[end]) == TagSet.Unit) && EndsFullName(start, end)) Write(Person, start, end + 1);
        else if (type == Organisation && Joint(start, end) is > 0 and var joint) Split(start, joint, end);
    }

    private bool Continues(int at) => at < _tokens.Count && !_tokens[at].Is(TokenForm.SentenceStart);

    private bool IsPartOfEvent(int end) =>
        Continues(end) && _tags[end] == TagSet.Outside && _tokens[end].Is(TokenForm.Capital) && _tokens[end].Is(WordTraits.OtherTail) && !_tokens[end].Is(TokenForm.InHeading);

    /// <summary>The "and" between two organisations that end as such do; 0 where there is none.</summary>
    private int Joint(int start, int end)
    {
        if (!_tokens[end - 1].Is(WordTraits.OrganisationTail)) return 0;
        for (var i = start + 2; i < end - 2; i++)
        {
            if (_tokens[i].Word == And && _tokens[i - 1].Is(WordTraits.OrganisationTail)) return i;
        }
        return 0;
    }

    private void Split(int start, int joint, int end)
    {
        Write(Organisation, start, joint);
        _tags[joint] = TagSet.Outside;
        Write(Organisation, joint + 1, end);
    }

    /// <summary>Whether the word behind a person's name belongs to it: "Jr.", or what stands in the same place of that name elsewhere.</summary>
    private bool EndsFullName(int start, int end) =>
        Suffixes.Contains(_tokens[end].Word) || (end - start > 1 && _tokens[end].Is(TokenForm.Capital) && (_words.Find(Phrase(start, end + 1), 0) & IsFullName) != 0);

    private uint Phrase(int start, int end)
    {
        var hash = _tokens[start].Word;
        for (var i = start + 1; i < end; i++) hash = NameLists.Extended(hash, _tokens[i].Word);
        return hash;
    }

    private void Write(int type, int start, int end)
    {
        for (var i = start; i < end; i++)
            _tags[i] = (byte)TagSet.Tag(type, end - start == 1 ? TagSet.Unit : i == start ? TagSet.Begin : i == end - 1 ? TagSet.Last : TagSet.Inside);
    }

    /// <summary>A word that stands alone: a country, or the family name of one who stands in full elsewhere.</summary>
    private void Add(Segment segment, int at)
    {
        var token = _tokens[at];
        if (!token.Is(TokenForm.Capital) || token.Is(TokenForm.InHeading | TokenForm.InAllCapitals) || DocumentEvidence.IsInSmallLetters(_text.Evidence.Of(token.Word))) return;
        if ((at > segment.Start && _tokens[at - 1].Is(TokenForm.Capital)) || (at + 1 < segment.End && _tokens[at + 1].Is(TokenForm.Capital)) || IsHyphened(at)) return;
        if (token.Is(WordTraits.Country)) Write(Place, at, at + 1);
        else if ((Find(at) & IsFamilyName) != 0) Write(Person, at, at + 1);
    }

    /// <summary>The first half of "U.S.-led".</summary>
    private bool IsHyphened(int at) => at + 2 < _tokens.Count && _tokens[at + 1].Is(TokenForm.Sign) && _tokens[at].End == _tokens[at + 1].Start && _tokens[at + 1].End == _tokens[at + 2].Start;

    private int Find(int at) => _words.Find(_tokens[at].Word, 0);
}
