using System.Text;

namespace Causeway.Linkage;

/// <summary>Japanese kana in Hepburn romanisation; katakana is read as hiragana.</summary>
internal static class Kana
{
    private const string Signs =
        "あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi す=su せ=se そ=so た=ta ち=chi つ=tsu て=te と=to な=na に=ni " +
        "ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro " +
        "わ=wa ゐ=i ゑ=e を=o ん=n が=ga ぎ=gi ぐ=gu げ=ge ご=go ざ=za じ=ji ず=zu ぜ=ze ぞ=zo だ=da ぢ=ji づ=zu で=de ど=do ば=ba び=bi " +
        "ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゔ=vu ゎ=wa";

    private static readonly Dictionary<char, string> Table = Alphabet.Parse(Signs);

    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30a1' and <= '\u30fa' or '\u30fc';

    /// <summary>Appends one kana, with a small や, ゆ or よ after it, and says how many signs after it were used up.</summary>
    public static int Append(StringBuilder result, string text, int at)
    {
        char sign = Hiragana(text[at]);
        if (sign is '\u30fc')
        {
            return 0;
        }

        if (sign == 'っ')
        {
            string next = at + 1 < text.Length ? Latin(Hiragana(text[at + 1])) : "";
            result.Append(next.Length == 0 ? "" : next.StartsWith("ch", StringComparison.Ordinal) ? "t" : next[..1]);
            return 0;
        }

        string latin = Latin(sign);
        char glide = at + 1 < text.Length ? Hiragana(text[at + 1]) : '\0';
        if (glide is 'ゃ' or 'ゅ' or 'ょ' && latin.EndsWith('i') && latin.Length > 1)
        {
            string stem = latin[..^1];
            result.Append(stem).Append(stem is "sh" or "ch" or "j" ? "" : "y").Append(glide == 'ゃ' ? 'a' : glide == 'ゅ' ? 'u' : 'o');
            return 1;
        }

        result.Append(latin);
        return 0;
    }

    private static char Hiragana(char c) => c is >= '\u30a1' and <= '\u30f6' ? (char)(c - 0x60) : c;

    private static string Latin(char sign) => Table.GetValueOrDefault(sign, sign is 'ゃ' ? "ya" : sign is 'ゅ' ? "yu" : sign is 'ょ' ? "yo" : "");
}
