namespace Causeway.Linkage;

/// <summary>A birth date as three numbers; 0 is an unknown part.</summary>
internal readonly record struct BirthDate(int Year, int Month, int Day)
{
    /// <summary>Reads 1987-12-17, 19871217, 17.12.1987, 17/12/87 and the like; a first part above 12 is a day.</summary>
    public static bool TryParse(string text, out BirthDate date)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        int count = Numbers(text, parts, lengths);
        date = count == 1 && lengths[0] == 8 ? Compact(parts[0])
            : count == 3 && lengths[0] == 4 ? new BirthDate(parts[0], parts[1], parts[2])
            : count == 3 && lengths[2] is 4 or 2 ? DayFirst(parts[0], parts[1], parts[2])
            : default;
        return date.Year > 1800 && date.Year < 2200 && date.Month is >= 1 and <= 12 && date.Day is >= 1 and <= 31;
    }

    /// <summary>The first three numbers of a text with their lengths; none where a letter comes between them.</summary>
    private static int Numbers(string text, Span<int> parts, Span<int> lengths)
    {
        int count = 0;
        for (int i = 0; i < text.Length && count < parts.Length;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                if (char.IsLetter(text[i++]))
                {
                    return 0;
                }

                continue;
            }

            int start = i;
            int number = 0;
            for (; i < text.Length && char.IsAsciiDigit(text[i]) && i - start < 9; i++)
            {
                number = number * 10 + (text[i] - '0');
            }

            lengths[count] = i - start;
            parts[count++] = number;
        }

        return count;
    }

    private static BirthDate Compact(int number) => new(number / 10000, number / 100 % 100, number % 100);

    private static BirthDate DayFirst(int first, int second, int year)
    {
        int full = year >= 100 ? year : year > 30 ? 1900 + year : 2000 + year;
        return second > 12 ? new BirthDate(full, first, second) : new BirthDate(full, second, first);
    }
}
