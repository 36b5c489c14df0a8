using System.Collections.Frozen;

namespace Causeway.ResourceDirectory;

/// <summary>Ways to write that nothing is known. They are unknown, not a value and not "no".</summary>
internal static class NoValue
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "n a", "na", "nan", "null", "nil", "unknown", "not known", "tbd", "tbc", "tba", "to be confirmed", "k a", "ka", "keine angabe", "unbekannt", "offen",
        "inconnu", "nc", "n d", "nd", "desconocido", "sin datos", "s d", "desconhecido", "sconosciuto", "onbekend", "nieznany", "brak danych", "bd",
        "неизвестно", "нет данных", "bilinmiyor", "غير معروف", "모름", "미정", "없음 확인", "不明", "未知", "未定", "ismeretlen", "nincs adat", "khong ro", "xxx", "fragen",
    }.Select(TextCleaning.Fold).ToFrozenSet(StringComparer.Ordinal);

    private const int Longest = 30;

    public static bool Is(string text) => (text.Length <= Longest && Words.Contains(TextCleaning.Fold(text))) || text.All(sign => char.IsWhiteSpace(sign) || "-–—−?!./_*…".Contains(sign, StringComparison.Ordinal));
}
