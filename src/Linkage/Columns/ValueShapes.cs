namespace Causeway.Linkage;

/// <summary>How the values of a column look: the share of a sample that has the shape of a mail address, a date, a phone and so on.</summary>
internal sealed class ValueShapes
{
    public int Filled { get; private init; }

    public int Values { get; private init; }

    /// <summary>Different values for each filled cell.</summary>
    public double Different { get; private init; }

    public double Email { get; private set; }

    public double Website { get; private set; }

    public double Phone { get; private set; }

    public double Date { get; private set; }

    public double Letters { get; private set; }

    public double OneWordLetters { get; private set; }

    public double Digits { get; private set; }

    public double GivenNames { get; private set; }

    public static ValueShapes Of(TextColumn column, int sampleSize)
    {
        int filled = column.Codes.Count(code => code != 0);
        int values = column.Values.Length - 1;
        var shapes = new ValueShapes { Filled = filled, Values = values, Different = filled == 0 ? 0 : (double)values / filled };
        int step = Math.Max(1, values / sampleSize);
        int seen = 0;
        for (int i = 1; i <= values; i += step, seen++)
        {
            shapes.Count(column.Values[i]);
        }

        shapes.Divide(Math.Max(1, seen));
        return shapes;
    }

    /// <summary>Whether the values can be what the header says.</summary>
    public bool Allows(FieldKind kind) => kind switch
    {
        FieldKind.Email => Email > 0.3,
        FieldKind.Website => Website > 0.3,
        FieldKind.Phone => Phone > 0.5,
        FieldKind.BirthDate => Date > 0.5,
        FieldKind.BirthYear or FieldKind.BirthMonth or FieldKind.BirthDay => Digits > 0.7,
        FieldKind.GivenName or FieldKind.FamilyName or FieldKind.Name or FieldKind.PersonName => Letters > 0.5,
        FieldKind.Category => Values <= 2000 && Letters > 0.3,
        FieldKind.Source => Values <= 5000,
        _ => true,
    };

    private void Count(string value)
    {
        int letters = value.Count(char.IsLetter);
        int digits = value.Count(char.IsAsciiDigit);
        int at = value.IndexOf('@', StringComparison.Ordinal);
        Email += at > 0 && value.IndexOf('.', at) > 0 ? 1 : 0;
        Website += at < 0 && !value.Contains(' ', StringComparison.Ordinal) && value.Contains('.', StringComparison.Ordinal) && letters > 4 ? 1 : 0;
        Phone += digits is >= 5 and <= 24 && digits >= letters && letters <= 6 ? 1 : 0;
        Date += BirthDate.TryParse(value, out _) ? 1 : 0;
        Letters += letters > digits ? 1 : 0;
        Digits += digits > letters ? 1 : 0;
        OneWordLetters += letters > 0 && digits == 0 && value.Length < 60 ? 1 : 0;
        GivenNames += Array.Exists(TextFolding.Fold(value).Split(' '), NameVariants.IsGivenName) || TextFolding.Fold(value, FoldScripts.Keep).Any(c => c > 0x250)
            ? 1 : 0;
    }

    private void Divide(int seen)
    {
        Email /= seen;
        Website /= seen;
        Phone /= seen;
        Date /= seen;
        Letters /= seen;
        Digits /= seen;
        OneWordLetters /= seen;
        GivenNames /= seen;
    }
}
