using System.Buffers;

namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>Pieces of one text -> the language that they are in.</summary>
internal sealed class LanguageTally(LanguageModel model)
{
    /// <summary>A name says half as much about the language as another word: it may be foreign. Measured on first sentences of news.</summary>
    private const int NameWeight = 1;
    private const int WordWeight = 2;

    /// <summary>Twice as likely as the next language is enough: a guess is better than none. Measured on texts of three words.</summary>
    private const int LeastLead = (int)(WordWeight * LanguageModel.UnitsPerNat * 0.7);

    /// <summary>The script of the language holds at least so many percent of the letters; else the text is mixed. Taste.</summary>
    private const int LeastScriptPercent = 60;

    /// <summary>Of the pieces that are clearly in one language, those in the best hold so many percent of the letters; else the text is mixed. Taste.</summary>
    private const int LeastPiecePercent = 60;

    /// <summary>What makes a piece clear: 10 nats, about four words.</summary>
    private const int LeastPieceLead = WordWeight * LanguageModel.UnitsPerNat * 10;

    /// <summary>Kana among the signs of a Japanese text: particles and endings alone are more.</summary>
    private const int LeastKanaPercent = 8;

    /// <summary>Characters of Japan among the signs of a text without kana; a Chinese text may quote a name.</summary>
    private const int LeastJapaneseFormPercent = 4;

    /// <summary>Characters that are written so in Japanese, but in no Chinese of our day, simplified or not.</summary>
    private static readonly SearchValues<char> JapaneseForms = SearchValues.Create(
        "円広売読駅働込県気経済検発対関険権戦鉄様変両営覚観帰択沢駆栄労単悪圧囲壱稲応桜価仮拡楽巻陥歓顔犠拠挙暁渓継蛍軽鶏撃倹剣圏顕験厳鉱黒砕斎剤雑"
        + "賛歯児実釈収従渋獣縦粛処奨焼剰壌嬢畳穣譲醸図粋酔髄瀬斉摂銭専繊捜挿荘総騒増蔵臓続帯滝団遅鋳庁徴聴逓転伝闘徳縄弐悩脳覇廃拝髪抜払仏辺歩"
        + "豊毎黙訳薬揺謡頼覧竜猟緑涙塁霊齢歴錬");

    /// <summary>More words might cost more than a lane of <see cref="FourLanes"/> holds.</summary>
    public const int MaxPieceLength = 400;

    private readonly int[] _letters = new int[Scripts.Count];
    private readonly ScriptTally?[] _byScript = new ScriptTally?[Scripts.Count];
    private readonly char[] _word = new char[WordScanner.MaxLength + 2];
    private int _japaneseForms;

    /// <summary>Adds a piece of at most <see cref="MaxPieceLength"/> characters.</summary>
    public void Add(ReadOnlySpan<char> piece)
    {
        var words = new WordScanner(piece, _word);
        while (words.MoveNext())
        {
            _letters[(int)words.Script] += words.Word.Length * Scripts.LettersPerSign(words.Script);
            if (model.ByScript[(int)words.Script] is { } languages)
            {
                (_byScript[(int)words.Script] ??= new ScriptTally(languages)).Add(words.Padded, words.IsCapitalised ? NameWeight : WordWeight);
            }
            if (words.Script == Script.Han) _japaneseForms += CountJapaneseForms(words.Word);
        }
        foreach (var tally in _byScript) tally?.EndPiece();
    }

    /// <summary>ISO 639-1 code; null where there are too few words, or of too many languages, to tell.</summary>
    public string? Language()
    {
        var signs = _letters[(int)Script.Han] + _letters[(int)Script.Kana];
        var script = (Script)Array.IndexOf(_letters, _letters.Max());
        if (signs >= _letters[(int)script]) script = Script.Han;
        var letters = script == Script.Han ? signs : _letters[(int)script];
        if (letters == 0 || letters * 100L < _letters.Sum() * (long)LeastScriptPercent) return null;
        if (script == Script.Han) return IsJapanese(signs) ? "ja" : "zh";
        return _byScript[(int)script] is { } tally ? tally.Language() : LanguageOf(script);
    }

    /// <summary>By its kana; a headline may do without, but hardly without the characters of Japan.</summary>
    private bool IsJapanese(int signs) =>
        _letters[(int)Script.Kana] * 100L >= signs * (long)LeastKanaPercent || _japaneseForms * Scripts.LettersPerSign(Script.Han) * 100L >= signs * (long)LeastJapaneseFormPercent;

    private static int CountJapaneseForms(ReadOnlySpan<char> signs)
    {
        var count = 0;
        for (var at = signs.IndexOfAny(JapaneseForms); at >= 0; at = signs.IndexOfAny(JapaneseForms))
        {
            count++;
            signs = signs[(at + 1)..];
        }
        return count;
    }

    /// <summary>The language of a script that only one wide-spread language uses.</summary>
    private static string? LanguageOf(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Armenian => "hy",
        Script.Hebrew => "he",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Oriya => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Georgian => "ka",
        Script.Ethiopic => "am",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Tibetan => "bo",
        Script.Myanmar => "my",
        Script.Khmer => "km",
        Script.Hangul => "ko",
        _ => null,
    };

    /// <summary>Costs of the languages of one script.</summary>
    private sealed class ScriptTally(ScriptModel model)
    {
        private readonly int[] _costs = new int[model.Languages.Length];
        private readonly int[] _lettersWon = new int[model.Languages.Length];
        private readonly ulong[] _pieceCosts = model.NewCosts();
        private readonly WordCosts _lately = model.Lately;
        private readonly int[] _pieceCost = new int[model.Languages.Length];
        private int _pieceLetters;

        public void Add(ReadOnlySpan<char> padded, int weight)
        {
            model.Add(padded, weight, _pieceCosts, _lately);
            _pieceLetters += padded.Length - 2;
        }

        public void EndPiece()
        {
            if (_pieceLetters == 0) return;
            for (var language = 0; language < _costs.Length; language++) _pieceCost[language] = FourLanes.Lane(_pieceCosts[language / 4], language % 4);
            var (best, lead) = Best(_pieceCost);
            if (lead >= LeastPieceLead) _lettersWon[best] += _pieceLetters;
            for (var language = 0; language < _costs.Length; language++) _costs[language] += _pieceCost[language];
            Array.Clear(_pieceCosts);
            _pieceLetters = 0;
        }

        public string? Language()
        {
            for (var language = 0; language < _costs.Length; language++) _costs[language] += model.Priors[language] * WordWeight;
            var (best, lead) = Best(_costs);
            var isMixed = _lettersWon[best] * 100L < _lettersWon.Sum() * (long)LeastPiecePercent;
            return lead < LeastLead || isMixed ? null : model.Languages[best];
        }

        private static (int Best, int Lead) Best(int[] costs)
        {
            var (best, least, next) = (0, int.MaxValue, int.MaxValue);
            for (var language = 0; language < costs.Length; language++)
            {
                if (costs[language] < least) (best, least, next) = (language, costs[language], least);
                else next = Math.Min(next, costs[language]);
            }
            return (best, next - least);
        }
    }
}
