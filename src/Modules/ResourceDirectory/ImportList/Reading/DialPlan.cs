namespace Causeway.ResourceDirectory;

/// <summary>How numbers are dialled inside a country, as far as lists need it: the trunk prefix that abroad is left out.</summary>
internal static class DialPlan
{
    private const int ShortestWithArea = 9;

    // Countries whose numbers are dialled in full, without a trunk prefix.
    private static readonly HashSet<string> NoTrunk =
    [
        "1", "30", "34", "39", "45", "47", "48", "65", "351", "352", "356", "357", "370", "371", "372", "377", "378", "420", "852", "853", "965", "968", "973", "974",
    ];

    /// <summary>Digits behind the plus; null when the number cannot be known from abroad.</summary>
    public static string? International(string body, string digits, string? callingCode)
    {
        var start = body.AsSpan().TrimStart(" (");
        if (body.Contains('+', StringComparison.Ordinal))
        {
            return WithoutTrunkInBrackets(body, digits);
        }

        if (start.StartsWith("00") && digits.Length > 10)
        {
            return WithoutTrunkInBrackets(body, digits)[2..];
        }

        if (string.IsNullOrEmpty(callingCode))
        {
            return null;
        }

        // The exit code of North America.
        if (string.Equals(callingCode, "1", StringComparison.Ordinal) && digits.StartsWith("011", StringComparison.Ordinal) && digits.Length > 11)
        {
            return digits[3..];
        }

        return National(digits, callingCode);
    }

    private static string? National(string digits, string code)
    {
        if (string.Equals(code, "1", StringComparison.Ordinal))
        {
            return digits.Length == 10 ? "1" + digits : digits.Length == 11 && digits[0] == '1' ? digits : null;
        }

        var trunk = code switch
        {
            "36" => "06",
            "7" => "8",
            _ => NoTrunk.Contains(code) ? "" : "0",
        };
        if (trunk.Length > 0 && digits.StartsWith(trunk, StringComparison.Ordinal))
        {
            return digits.Length - trunk.Length >= 7 ? code + digits[trunk.Length..] : null;
        }

        // A spreadsheet drops the plus (84 28 1041 447) and the leading zero (172 555 0188) of numbers stored as numbers.
        if (digits.StartsWith(code, StringComparison.Ordinal) && digits.Length >= code.Length + ShortestWithArea - 1)
        {
            return digits;
        }

        return digits.Length >= (trunk.Length == 0 ? 8 : ShortestWithArea) ? code + digits : null;
    }

    // +49 (0)40 …: the zero in brackets is for callers at home. Italy's zero has no brackets and stays.
    private static string WithoutTrunkInBrackets(string body, string digits)
    {
        var at = body.IndexOf("(0)", StringComparison.Ordinal);
        if (at <= 0)
        {
            return digits;
        }

        var before = body[..at].Count(char.IsAsciiDigit);
        return before == 0 ? digits : digits.Remove(before, 1);
    }
}
