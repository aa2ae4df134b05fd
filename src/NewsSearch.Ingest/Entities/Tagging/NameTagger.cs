using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>English text -> the names of people, organisations and places in it, in order. Thread-safe; time linear in the text.</summary>
internal sealed class NameTagger(Vocabulary words, NameLists lists, LinearModel model)
{
    /// <summary>No name is longer, in characters.</summary>
    public const int LongestName = 100;

    public List<NameMention> Tag(string text)
    {
        var prepared = new PreparedText(text, words, lists);
        var found = Decode(prepared);
        TagRules.Apply(prepared, found.Tags);
        return Mentions(prepared, found.Tags);
    }

    /// <summary>The tags that the model gives, before the rules.</summary>
    public TagScores Decode(PreparedText text)
    {
        var found = new TagScores(text.Tokens.Count);
        var decoder = new Decoder(model.Transitions);
        Span<uint> keys = new uint[FeatureTemplates.Most];
        var templates = text.Templates(keys);
        foreach (var segment in text.Segments)
        {
            for (var i = segment.Start; i < segment.End; i++) model.Weights.Add(keys[..templates.Fill(segment, i)], found.Of(i));
            found.Decode(decoder, segment);
        }
        return found;
    }

    private static List<NameMention> Mentions(PreparedText text, byte[] tags)
    {
        var mentions = new List<NameMention>();
        var tokens = text.Tokens.AsSpan();
        foreach (var segment in text.Segments)
        {
            for (var i = segment.Start; i < segment.End; i++)
            {
                if (tags[i] == TagSet.Outside) continue;
                var first = i;
                while (TagSet.Place(tags[i]) is TagSet.Begin or TagSet.Inside) i++;
                var type = TagSet.Type(tags[i]);
                while (type == (int)NameKind.Person && first < i && tokens[first].Is(WordTraits.Honorific)) first++;
                if (type > (int)NameKind.Place || tokens[i].End - tokens[first].Start > LongestName) continue;
                mentions.Add(new NameMention(tokens[first].Start, tokens[i].End, (NameKind)type));
            }
        }
        return mentions;
    }
}
