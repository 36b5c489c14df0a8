using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Reads the rows of one sheet by its columns. Every row ends as taken, taken with a warning, or held; none is
/// dropped. It remembers the rows it has seen, so one instance reads one sheet once.
/// </summary>
/// <param name="rows">How many are expected; only a hint for how much room to take.</param>
internal sealed class ListUnderstanding(IReadOnlyList<ColumnReading> columns, ListReadingOptions options, int rows = 0)
{
    private static readonly string[] ChildWords = [.. "pupil|student|schuler|schulerin|kind von|eleve|alumno|alumna|aluno|aluna|alunno|alunna|leerling|uczen|uczennica|ученик|ученица|ogrenci|طالب|학생|学生|生徒|児童|tanulo|hoc sinh|child of|my son|my daughter|his son|her son|her daughter|mein sohn|meine tochter".Split('|').Select(TextCleaning.Fold).Select(word => word[0] < 0x1100 ? $" {word} " : word)];

    private readonly Dictionary<UInt128, int> seen = new(rows);

    public IEnumerable<UnderstoodRow> Understand(IEnumerable<RawRow> rows) => rows.Select(row => Understand(row));

    public UnderstoodRow Understand(RawRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Understand(row, SameAs(row));
    }

    /// <summary>The line before it that says exactly the same, if any. Asked of each row once, in the order of the sheet.</summary>
    public int? SameAs(RawRow row) => seen.TryAdd(Fingerprint(row), row.Line) ? null : seen[Fingerprint(row)];

    /// <summary>Touches nothing of its own: rows of which it is known whether they repeat another can be read on several cores.</summary>
    public UnderstoodRow Understand(RawRow row, int? sameAs)
    {
        var building = new RowBuilding(row, options);
        foreach (var column in columns)
        {
            building.Add(column);
        }

        for (var i = columns.Count; i < row.Cells.Count; i++)
        {
            building.AddBeyond(i);
        }

        var values = building.Values();
        var warnings = building.Warnings;
        if (sameAs is { } line)
        {
            warnings.Add(new RowWarning(ListColumn.Unknown, null, "row.same-as", new Wording("This row says exactly the same as line {0}.", line)));
        }

        var held = Hold(row, values);
        if (held is null)
        {
            WarnOfWholeRow(values, building.SeveralInOneCell, warnings);
        }

        var outcome = held is not null ? RowOutcome.Held : warnings.Count > 0 ? RowOutcome.TakenWithWarning : RowOutcome.Taken;
        return new UnderstoodRow(row, outcome, held, warnings, values);
    }

    private HeldReason? Hold(RawRow row, UnderstoodValues values)
    {
        if (values.Text(ListColumn.HeldWhy) is { } why)
        {
            return new HeldReason("row.by-reader", new Wording(why));
        }

        if (RepeatsHeader(row))
        {
            return new HeldReason("row.header-again", new Wording("This row repeats the headings."));
        }

        if (LoneHeading.Find(row, columns, values) is { } heading)
        {
            return heading;
        }

        if (CanBeShown(values))
        {
            return null;
        }

        if (row.IsBlank)
        {
            return new HeldReason("row.blank", new Wording("The row is empty."));
        }

        return row.Cells.Any(SpeaksOfChild)
            ? new HeldReason("row.child", new Wording("The row names no professional, and its note may speak of a child. A directory holds no child’s data."))
            : new HeldReason("row.nothing-to-show", new Wording("The row has no name, body, phone, mail, address or offer that could be shown."));
    }

    // Two lists pasted under each other bring the headings of the second along.
    private bool RepeatsHeader(RawRow row)
    {
        var filled = columns.Where(column => !string.IsNullOrWhiteSpace(row.Cell(column.Index))).ToList();
        return filled.Count > 1 && filled.All(column => string.Equals(column.Heading, TextCleaning.OneLine(row.Cell(column.Index)), StringComparison.OrdinalIgnoreCase));
    }

    private static bool CanBeShown(UnderstoodValues values) =>
        values.People.Count > 0 || values.Organisations.Count > 0 || values.Emails.Count > 0 || values.Websites.Count > 0
        || values.Phones.Any(phone => phone.Number is not null)
        || values.Texts.Any(text => text.Column is ListColumn.ContactPerson or ListColumn.Address or ListColumn.Street or ListColumn.HelpOffered or ListColumn.Description);

    private static void WarnOfWholeRow(UnderstoodValues values, bool severalInOneCell, List<RowWarning> warnings)
    {
        if (values.People.Count == 0 && values.Organisations.Count == 0 && values.Text(ListColumn.ContactPerson) is null)
        {
            warnings.Add(new RowWarning(ListColumn.PersonOrBody, null, "row.no-name", new Wording("The row names neither a person nor a body.")));
        }

        if (values.Texts.Any(text => text.Column is ListColumn.Notes or ListColumn.Unknown && SpeaksOfChild(text.Text)))
        {
            warnings.Add(new RowWarning(ListColumn.Notes, null, "note.child", new Wording("The note may speak of a child. Look at it before you share this listing.")));
        }

        if (severalInOneCell && values.Phones.Count == 1)
        {
            warnings.Add(new RowWarning(ListColumn.Phone, null, "row.two-people", new Wording("Two people in one row and one phone: we cannot tell whose it is.")));
        }
    }

    private static readonly Memo<bool> OfChild = new(SpeaksAnew);

    private static bool SpeaksOfChild(string text) => OfChild.Of(text);

    private static bool SpeaksAnew(string text)
    {
        var folded = $" {TextCleaning.Fold(text)} ";
        return Array.Exists(ChildWords, word => folded.Contains(word, StringComparison.Ordinal));
    }

    // A fingerprint instead of the text: 100,000 rows are remembered in a few megabytes.
    private static UInt128 Fingerprint(RawRow row)
    {
        var cells = row.Cells.Count;
        while (cells > 0 && row.Cells[cells - 1].Length == 0)
        {
            cells--;
        }

        var text = string.Join('\u001F', row.Cells.Take(cells));
        return MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
    }
}
