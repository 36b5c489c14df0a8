namespace Causeway.Cases;

internal static class Dial
{
    /// <summary>An address that a phone dials: digits and a leading plus only, whatever was typed between them.</summary>
    public static string Of(string number) => "tel:" + new string([.. number.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0))]);
}
