using System.Collections.Frozen;

namespace Causeway.ResourceDirectory;

/// <summary>"D, E, bisschen F", "Chinese (Mandarin), Tagalog", "Arabic with interpreter": coded languages with their level.</summary>
internal static class LanguageReading
{
    private static readonly FrozenDictionary<string, (string Code, string Name)> Known = Load();

    // The habit of German-speaking school offices; taken only where every piece of the cell is a single letter or a known language.
    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["D"] = "deu", ["E"] = "eng", ["F"] = "fra", ["I"] = "ita", ["S"] = "spa", ["R"] = "rus",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (LanguageLevel Level, string[] Words)[] Levels =
    [
        (LanguageLevel.Native, Words("native speaker|native|mother tongue|first language|bilingual|muttersprache|muttersprachlich|muttersprachler|muttersprachlerin|langue maternelle|maternelle|bilingue|nativo|nativa|lengua materna|lingua materna|madrelingua|moedertaal|ojczysty|jezyk ojczysty|родной|ana dili|anadili|모국어|원어민|母语|母語|ネイティブ|anyanyelv|anyanyelvi|ban ngu|اللغة الأم|c2")),
        (LanguageLevel.Fluent, Words("fluent|fluently|fliessend|verhandlungssicher|sehr gut|very good|excellent|courant|couramment|fluido|fluida|fluente|vloeiend|biegle|plynnie|свободно|свободный|akici|유창|유창함|流利|流暢|流畅|folyekonyan|folyekony|thanh thao|بطلاقة|c1")),
        (LanguageLevel.Working, Words("working|working knowledge|professional|good|conversational|intermediate|gut|gute kenntnisse|bon niveau|bien|intermedio|intermediaire|buono|goed|dobrze|komunikatywny|업무 가능|хорошо|iyi|중급|회화|会话|日常会話|kozepfok|jo|kha|جيد|b1|b2")),
        (LanguageLevel.Basic, Words("a bit of|a bit|a little|little|some|basic|basics|beginner|bisschen|ein bisschen|etwas|wenig|ein wenig|grundkenntnisse|un peu de|un peu|notions|basique|un poco de|un poco|basico|um pouco|pouco|un po di|un po|base|een beetje|beetje|troche|podstawowy|podstawy|немного|базовый|biraz|temel|조금|약간|기초|一点|一些|少し|alapfok|kicsi|mot chut|co ban|قليلا|a1|a2")),
    ];

    private static readonly string[] Interpreter = Words("via interpreter|with interpreter|through interpreter|interpreter|interpreting|interpretation|translator|mit dolmetscher|uber dolmetscher|dolmetscher|dolmetscherin|avec interprete|interprete|traducteur|con interprete|traductor|interpreti|con interpreti|tradutor|tolk|met tolk|z tlumaczem|tlumacz|через переводчика|переводчик|tercuman|통역 필요|통역|翻译|口译|通訳|tolmacs|tolmaccsal|phien dich|مترجم");

    private static readonly Memo<IReadOnlyList<UnderstoodLanguage>> Reads = new(ReadAnew);

    public static IReadOnlyList<UnderstoodLanguage> Read(string text) => Reads.Of(text);

    private static IReadOnlyList<UnderstoodLanguage> ReadAnew(string text)
    {
        var clean = TextCleaning.Clean(text);
        var pieces = Splitting.OfList(clean).Where(piece => !NoValue.Is(piece)).ToList();
        if (NoValue.Is(clean) || (Letter(clean) is null && IsNone(clean)))
        {
            return [];
        }

        var lettersAllowed = pieces.Count > 1 || pieces.Any(piece => Letter(piece) is not null);
        return [.. pieces.SelectMany(piece => Piece(piece, lettersAllowed)).DistinctBy(found => (found.Code ?? TextCleaning.Fold(found.Name), found.Level))];
    }

    /// <summary>Code and English name, for a wording that is one language and nothing else.</summary>
    public static (string Code, string Name)? Find(string wording)
    {
        var folded = TextCleaning.Fold(wording);
        return Known.TryGetValue(folded, out var found) ? found : null;
    }

    private static bool IsNone(string text) => TextCleaning.Fold(text) is "none" or "no" or "keine" or "aucune" or "ninguno" or "0";

    private static IEnumerable<UnderstoodLanguage> Piece(string piece, bool lettersAllowed)
    {
        if (lettersAllowed && Letter(piece) is { } letter)
        {
            return [new UnderstoodLanguage(letter, NameOf(letter), null, false, piece)];
        }

        // "English": a language and nothing else, as most are.
        if (Known.TryGetValue(TextCleaning.Fold(piece), out var plain) && !piece.AsSpan().ContainsAny('(', '（', '['))
        {
            return [new UnderstoodLanguage(plain.Code, NameOf(plain.Code), null, false, piece)];
        }

        var (bare, level, interpreter) = TakeLevel(TextCleaning.Fold(WithoutBrackets(piece)), TextCleaning.Fold(piece));
        var inner = Bracketed(piece);

        // "Chinese (Mandarin)": the variety says more than the family.
        var found = (inner is null ? null : Lookup(inner)) ?? Lookup(bare) ?? Lookup(TextCleaning.Fold(piece)) ?? (lettersAllowed && bare.Length == 1 ? Letter(bare.ToUpperInvariant()) : null);
        if (found is not null)
        {
            return [new UnderstoodLanguage(found, NameOf(found), level, interpreter, piece)];
        }

        var tokens = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var codes = tokens.Select(Lookup).ToList();
        if (tokens.Length > 1 && codes.All(code => code is not null))
        {
            return codes.Select((code, i) => new UnderstoodLanguage(code, NameOf(code!), level, interpreter, tokens[i]));
        }

        var inside = codes.Where((code, i) => code is not null && tokens[i].Length > 3).ToList();
        return inside.Count > 0
            ? inside.Select(code => new UnderstoodLanguage(code, NameOf(code!), level, interpreter, piece))
            : [new UnderstoodLanguage(null, TextCleaning.OneLine(piece), level, interpreter, piece)];
    }

    private static (string Bare, LanguageLevel? Level, bool Interpreter) TakeLevel(string outside, string whole)
    {
        LanguageLevel? level = null;
        var bare = $" {outside} ";
        var padded = $" {whole} ";
        foreach (var (value, words) in Levels)
        {
            foreach (var word in words)
            {
                level ??= padded.Contains(word, StringComparison.Ordinal) ? value : null;
                bare = bare.Replace(word, " ", StringComparison.Ordinal);
            }
        }

        var interpreter = false;
        foreach (var word in Interpreter)
        {
            interpreter |= padded.Contains(word, StringComparison.Ordinal);
            bare = bare.Replace(word, " ", StringComparison.Ordinal);
        }

        return (bare.Trim(), level, interpreter);
    }

    private static string? Lookup(string folded) =>
        Known.TryGetValue(folded, out var found) ? found.Code
        : folded.StartsWith("tieng ", StringComparison.Ordinal) && Known.TryGetValue(folded[6..], out found) ? found.Code
        : null;

    private static string? Letter(string piece) => piece.Trim(' ', '.', '!') is { Length: 1 } letter && Letters.TryGetValue(letter, out var code) ? code : null;

    private static string NameOf(string code) => Known[code].Name;

    private static string WithoutBrackets(string piece)
    {
        var open = piece.AsSpan().IndexOfAny('(', '（', '[');
        return open <= 0 ? piece.Trim('(', ')', '（', '）', '[', ']') : piece[..open];
    }

    private static string? Bracketed(string piece)
    {
        var open = piece.AsSpan().IndexOfAny('(', '（', '[');
        return open <= 0 ? null : TextCleaning.Fold(piece[(open + 1)..]);
    }

    // A word stands between blanks; Han and Hangul stand without them.
    private static string[] Words(string words) =>
        [.. words.Split('|').Select(TextCleaning.Fold).OrderByDescending(word => word.Length).Select(word => word[0] < 0x1100 ? $" {word} " : word)];

    private static FrozenDictionary<string, (string Code, string Name)> Load()
    {
        var known = new Dictionary<string, (string Code, string Name)>(StringComparer.Ordinal);
        foreach (var parts in Rows(LanguageNames.Lines))
        {
            AddAll(known, (parts[0], parts[2]), parts);
        }

        foreach (var parts in Rows(LanguageNames.Also))
        {
            AddAll(known, known.TryGetValue(parts[0], out var named) ? named : (parts[0], parts[1]), parts);
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string[]> Rows(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static void AddAll(Dictionary<string, (string Code, string Name)> known, (string Code, string Name) language, string[] words)
    {
        foreach (var word in words)
        {
            known.TryAdd(TextCleaning.Fold(word), language);
        }
    }
}
