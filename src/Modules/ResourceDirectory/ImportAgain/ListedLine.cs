using System.Globalization;
using System.Text;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What a list said of one line when it was last taken in, as fingerprints: by its keys the line is recognised in next
/// year's list, by its marks one sees which facts the list changed since and which a person changed here.
/// </summary>
/// <param name="Record">Of the list's own number of the row; 0: it has none. Likewise the others.</param>
/// <param name="Reach">Of every phone and mail.</param>
/// <param name="Marks">One for each field that was said, in the order of the fields.</param>
/// <param name="Note">Of the private note.</param>
internal sealed record ListedLine(
    ulong Record, ulong Name, ulong Organisation, ulong Profession, IReadOnlyList<ulong> Reach, IReadOnlyList<(FactField Field, uint Mark)> Marks, uint Note)
{
    private static readonly int FieldCount = (int)Enum.GetValues<FactField>().Max() + 1;

    private static readonly FactField[] Reaching = [FactField.Phone, FactField.DirectLine, FactField.Mobile, FactField.Email];

    /// <summary>Equal for lines that say the same in every field.</summary>
    public ulong Whole { get; } = Marks.Aggregate(Fingerprint.Start + Note, (sum, m) => Fingerprint.Add(Fingerprint.Add(sum, (ulong)m.Field), m.Mark));

    public static ListedLine Of(ListingDraft draft, string? record) => Of(draft.Facts, draft.Note, record);

    public static ListedLine Of(IReadOnlyList<Fact> facts, string? note, string? record) => new(
        Key(record),
        Key(facts.First(FactField.Name)),
        Key(facts.First(FactField.Organisation)),
        Key(facts.First(FactField.Profession) ?? facts.First(FactField.SchoolRole)),
        [.. facts.Of(Reaching).Select(f => Fingerprint.Of(f.Code ?? TextFolding.Fold(f.Text))).Distinct().Order()],
        MarksOf(facts),
        MarkOf(note));

    /// <summary>Enough to be recognised by, in a third of the memory. <see cref="Whole"/> stays.</summary>
    public ListedLine KeysOnly() => this with { Marks = [] };

    /// <summary>0: nothing is said of it.</summary>
    public uint Mark(FactField field) => Marks.FirstOrDefault(m => m.Field == field).Mark;

    public static uint MarkOf(IReadOnlyList<Fact> facts, FactField field)
    {
        // Two phones are the same two phones in either order.
        ulong sum = 0;
        foreach (var fact in facts)
        {
            if (fact.Field == field)
            {
                sum += MarkOf(fact);
            }
        }

        return Fold(sum);
    }

    private static List<(FactField Field, uint Mark)> MarksOf(IReadOnlyList<Fact> facts)
    {
        // In one pass over the facts, in the order of the fields.
        Span<ulong> sums = stackalloc ulong[FieldCount];
        Span<bool> said = stackalloc bool[FieldCount];
        foreach (var fact in facts)
        {
            sums[(int)fact.Field] += MarkOf(fact);
            said[(int)fact.Field] = true;
        }

        var marks = new List<(FactField Field, uint Mark)>(facts.Count);
        for (var field = 0; field < FieldCount; field++)
        {
            if (said[field])
            {
                marks.Add(((FactField)field, Fold(sums[field])));
            }
        }

        return marks;
    }

    private static ulong MarkOf(Fact fact)
    {
        var sum = Fingerprint.Add(Fingerprint.Start, fact.Code ?? fact.Text);
        sum = Fingerprint.Add(Fingerprint.Add(sum, '|'), fact.Detail);
        sum = Fingerprint.Add(Fingerprint.Add(sum, '|'), fact.PaidBy);
        foreach (var number in (ReadOnlySpan<decimal?>)[fact.From, fact.To, fact.Since?.DayNumber, fact.Until?.DayNumber])
        {
            sum = Fingerprint.Add(sum, number is { } known ? BitConverter.DoubleToUInt64Bits((double)known) : '|');
        }

        return sum;
    }

    public static uint MarkOf(string? note) => note is null ? 0 : Fold(Fingerprint.Of(note));

    public string Write()
    {
        var text = new StringBuilder(256);
        text.Append(CultureInfo.InvariantCulture, $"{Record:x}|{Name:x}|{Organisation:x}|{Profession:x}|{Note:x}|");
        for (var i = 0; i < Reach.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}{Reach[i]:x}");
        }

        text.Append('|');
        for (var i = 0; i < Marks.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}{Marks[i].Field}:{Marks[i].Mark:x}");
        }

        return text.ToString();
    }

    public static ListedLine Read(string text)
    {
        var parts = text.Split('|');
        return new(
            Hex(parts[0]), Hex(parts[1]), Hex(parts[2]), Hex(parts[3]),
            [.. parts[5].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Hex)],
            [.. parts[6].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split(':')).Select(m => (Enum.Parse<FactField>(m[0]), (uint)Hex(m[1])))],
            (uint)Hex(parts[4]));
    }

    private static ulong Hex(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static ulong Key(string? text) => TextFolding.Fold(text) is { Length: > 0 } folded ? Fingerprint.Of(folded) : 0;

    // Never 0: that says "nothing".
    private static uint Fold(ulong sum) => sum == 0 ? 0 : (uint)(sum ^ (sum >> 32)) is var mark and not 0 ? mark : 1;
}

/// <summary>A fingerprint that stays the same from one version of the program to the next (FNV-1a, 64 bits).</summary>
internal static class Fingerprint
{
    public const ulong Start = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    public static ulong Of(string text)
    {
        var sum = Start;
        foreach (var c in text)
        {
            sum = Add(sum, c);
        }

        return sum == 0 ? 1 : sum;
    }

    public static ulong Add(ulong sum, ulong value) => unchecked((sum ^ value) * Prime);

    public static ulong Add(ulong sum, string? text)
    {
        foreach (var c in text ?? "")
        {
            sum = Add(sum, c);
        }

        return sum;
    }
}
