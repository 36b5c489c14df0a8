namespace Causeway.Ui;

/// <summary>The six plural categories of the Unicode CLDR.</summary>
internal enum PluralForm
{
    Other,
    Zero,
    One,
    Two,
    Few,
    Many,
}

internal static class Plurals
{
    /// <summary>Which form a whole number takes, after the CLDR cardinal rules.</summary>
    public static PluralForm FormOf(string language, int number)
    {
        var n = Math.Abs((long)number);
        return language.Split('-')[0] switch
        {
            "ar" => Arabic(n),
            "fr" or "pt" => n < 2 ? PluralForm.One : PluralForm.Other,
            "he" => n == 1 ? PluralForm.One : n == 2 ? PluralForm.Two : PluralForm.Other,
            "ru" or "uk" or "be" => EastSlavic(n),
            "pl" => n == 1 ? PluralForm.One : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? PluralForm.Few : PluralForm.Many,
            "cs" or "sk" => n == 1 ? PluralForm.One : n is >= 2 and <= 4 ? PluralForm.Few : PluralForm.Other,
            "ko" or "ja" or "zh" or "th" or "vi" or "id" or "ms" => PluralForm.Other,
            "fa" or "hi" => n < 2 ? PluralForm.One : PluralForm.Other,
            _ => n == 1 ? PluralForm.One : PluralForm.Other,
        };
    }

    private static PluralForm Arabic(long n) => n switch
    {
        0 => PluralForm.Zero,
        1 => PluralForm.One,
        2 => PluralForm.Two,
        _ when n % 100 is >= 3 and <= 10 => PluralForm.Few,
        _ when n % 100 >= 11 => PluralForm.Many,
        _ => PluralForm.Other,
    };

    private static PluralForm EastSlavic(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => PluralForm.One,
        (>= 2 and <= 4, not (>= 12 and <= 14)) => PluralForm.Few,
        _ => PluralForm.Many,
    };
}
