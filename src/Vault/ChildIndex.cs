using System.Globalization;

namespace Causeway.Vault;

/// <summary>
/// A child's name as two blind numbers of nine bits (a school of 2,000 keeps about four pupils to a number): the whole name with
/// the birth date, and the sound of the first letter with the family name. Open what is found and compare.
/// </summary>
/// <param name="Exact">Field <c>name-dob</c>: <c>given family yyyy-mm-dd</c>; the day is left out where it is not known.</param>
/// <param name="Sound">Field <c>name-sound</c>: group of the first letter and the family name.</param>
public readonly record struct ChildIndex(int Exact, int Sound)
{
    public const int Bits = 9;

    private static readonly (string Letters, char Group)[] Groups =
        [("ckqgx", 'k'), ("fvpw", 'f'), ("iyje", 'i'), ("sz", 's'), ("td", 't'), ("ou", 'o'), ("b", 'b')];

    public static ChildIndex Of(DataKey key, string givenNames, string familyName, DateOnly? born)
    {
        var given = BlindIndex.Normalise(givenNames);
        var day = born?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            BlindIndex.Of(key, "name-dob", $"{given} {familyName} {day}", Bits),
            BlindIndex.Of(key, "name-sound", $"{Group(given)} {familyName}", Bits));
    }

    // Catherine and Katherine, Philip and Filip, Jusuf and Yusuf; letters of other scripts stand for themselves.
    private static string Group(string given)
    {
        if (given.Length == 0)
        {
            return "";
        }

        var found = Array.Find(Groups, g => g.Letters.Contains(given[0], StringComparison.Ordinal));
        return found.Letters is null ? given[..1] : found.Group.ToString();
    }
}
