namespace Causeway.Linkage;

/// <summary>Edits between two short words: insert, delete, replace, and swap of neighbours.</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>Whether two texts of one length differ in one character or in a swap of neighbours; much cheaper than counting edits.</summary>
    public static bool OneReplaced(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        int first = -1;
        int different = 0;
        for (int i = 0; i < a.Length && different <= 2; i++)
        {
            if (a[i] != b[i])
            {
                first = first < 0 ? i : first;
                different++;
            }
        }

        return different == 1 || (different == 2 && a[first] == b[first + 1] && a[first + 1] == b[first]);
    }

    /// <summary>The number of edits, or anything above <paramref name="limit"/> where there are more.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > MaxLength || b.Length > MaxLength)
        {
            return limit + 1;
        }

        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        int width = b.Length + 1;
        Span<int> before = rows[..width];
        Span<int> above = rows.Slice(width, width);
        Span<int> row = rows.Slice(2 * width, width);
        for (int j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            if (FillRow(a, b, i, before, above, row) > limit)
            {
                return limit + 1;
            }

            Span<int> spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[b.Length];
    }

    /// <summary>Fills one row of the table from the two rows above it and returns the row's smallest value.</summary>
    private static int FillRow(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int i, Span<int> before, Span<int> above, Span<int> row)
    {
        row[0] = i;
        int best = i;
        for (int j = 1; j <= b.Length; j++)
        {
            int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            int value = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            {
                value = Math.Min(value, before[j - 2] + 1);
            }

            row[j] = value;
            best = Math.Min(best, value);
        }

        return best;
    }
}
