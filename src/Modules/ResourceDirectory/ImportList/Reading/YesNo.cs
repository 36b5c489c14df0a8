using System.Collections.Frozen;

namespace Causeway.ResourceDirectory;

/// <summary>Yes and no, ticks and crosses.</summary>
internal static class YesNo
{
    private static readonly FrozenSet<string> Yes = Fold(
        "yes|y|true|t|1|x|xx|ja|j|oui|o|vrai|si|s|verdadero|sim|vero|tak|да|evet|نعم|예|네|있음|가능|是|有|可|はい|あり|igen|i|co|available|verfugbar|offen|open|ok|wahr");

    private static readonly FrozenSet<string> No = Fold(
        "no|n|false|f|0|nein|non|faux|nao|falso|nee|nie|нет|hayir|yok|لا|아니오|아니요|없음|불가|否|不|无|いいえ|なし|nem|khong|full|voll|closed|geschlossen|falsch");

    public static bool? Read(string text)
    {
        if (text.Trim() is "✓" or "✔" or "☑" or "✅" or "○" or "◯" or "●" or "+")
        {
            return true;
        }

        if (text.Trim() is "✗" or "✘" or "☐" or "❌" or "×")
        {
            return false;
        }

        var folded = TextCleaning.Fold(text);
        return Yes.Contains(folded) ? true : No.Contains(folded) ? false : null;
    }

    private static FrozenSet<string> Fold(string words) => words.Split('|').Select(TextCleaning.Fold).ToFrozenSet(StringComparer.Ordinal);
}
