namespace Causeway.Linkage;

/// <summary>Korean syllables in Latin letters by the Revised Romanisation of single syllables (no sound changes between them).</summary>
internal static class Hangul
{
    private const int First = 0xAC00;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private static readonly string[] Leads = "g kk n d tt r m b pp s ss - j jj ch k t p h".Replace("-", "", StringComparison.Ordinal).Split(' ');

    private static readonly string[] Vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".Split(' ');

    private static readonly string[] Tails =
        "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".Replace("-", "", StringComparison.Ordinal).Split(' ');

    public static bool IsSyllable(char c) => c is >= '\uac00' and <= '\ud7a3';

    public static string Romanise(char syllable)
    {
        int code = syllable - First;
        return Leads[code / (VowelCount * TailCount)] + Vowels[code / TailCount % VowelCount] + Tails[code % TailCount];
    }
}
