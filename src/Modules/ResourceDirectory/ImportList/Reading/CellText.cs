namespace Causeway.ResourceDirectory;

/// <summary>
/// Makes text safe to open in a spreadsheet program: a cell that starts like a formula would run on the reader's
/// computer. An apostrophe in front makes it text; what was typed stays readable behind it.
/// </summary>
internal static class CellText
{
    // The full-width twins are folded to the ASCII signs by spreadsheet programs in East Asian locales.
    private const string FormulaLeads = "=+-@\t\r\n\0＝＋－＠";

    public static string ForExport(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return StartsLikeFormula(text) ? "'" + text : text;
    }

    /// <summary>Also sees through leading blanks, byte order marks and quotes, which programs strip before they look.</summary>
    public static bool StartsLikeFormula(string text)
    {
        foreach (var sign in text)
        {
            if (FormulaLeads.Contains(sign, StringComparison.Ordinal))
            {
                return true;
            }

            if (!char.IsWhiteSpace(sign) && sign is not ('\uFEFF' or '\u200B' or '"'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The cell with its CSV quotes, for writing.</summary>
    public static string ForCsv(string? text, char separator = ',')
    {
        var safe = ForExport(text);
        return safe.AsSpan().IndexOfAny("\"\r\n") >= 0 || safe.Contains(separator, StringComparison.Ordinal) || safe.Length != safe.Trim().Length
            ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : safe;
    }
}
