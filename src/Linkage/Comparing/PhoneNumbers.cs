namespace Causeway.Linkage;

/// <summary>Reads phone numbers as people write them.</summary>
internal static class PhoneNumbers
{
    /// <summary>
    /// How many last digits make a number: lists leave out country and area in every possible way, and what is left is the
    /// subscriber number.
    /// </summary>
    private const int KeyLength = 7;

    /// <summary>The keys of the numbers in a cell, at most two; extensions are dropped.</summary>
    public static (string First, string Second) Keys(string cell)
    {
        string first = "";
        foreach (string part in Split(cell))
        {
            string key = Key(part);
            if (key.Length >= 5 && first.Length == 0)
            {
                first = key;
            }
            else if (key.Length >= 5 && !string.Equals(key, first, StringComparison.Ordinal))
            {
                return (first, key);
            }
        }

        return (first, "");
    }

    private static string[] Split(string cell)
    {
        if (cell.AsSpan().Count(" / ") == 0 && !cell.Contains(';', StringComparison.Ordinal))
        {
            return [cell];
        }

        return cell.Split([" / ", ";"], StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Key(string part)
    {
        Span<char> digits = stackalloc char[24];
        int count = 0;
        foreach (char c in part)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
            else if (char.IsLetter(c) && count >= 5)
            {
                break;
            }
        }

        return new string(digits[Math.Max(0, count - KeyLength)..count]);
    }
}
