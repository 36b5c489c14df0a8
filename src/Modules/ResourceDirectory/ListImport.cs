using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum ImportState
{
    /// <summary>Read from the file; somebody looks at it before anything is taken.</summary>
    Preview,
    Running,
    Done,

    /// <summary>Taken back as a whole.</summary>
    TakenBack,
}

/// <summary>What becomes of listings whose lines the newer version of a list has no more. None goes by itself.</summary>
internal enum GoneLines
{
    Keep,

    /// <summary>Kept, and marked: somebody asks whether they still hold.</summary>
    Ask,
    TakeAway,
}

/// <summary>One column of the sheet and how it is read.</summary>
internal sealed record ImportColumn(int Index, string? Heading, ListColumn Column, GuessConfidence Confidence, string Reason, IReadOnlyList<string> ReasonValues, IReadOnlyList<string> FirstValues, double? Alone = null);

/// <summary>
/// One sheet of an uploaded file. Every row of it is kept as typed, and ends up taken, taken with a warning or held:
/// rows in = taken + warned + held + unchanged, always.
/// </summary>
internal sealed class ListImport : IOwnedByOrganisation, IVersioned
{
    public static readonly Refusal Started = new("import.started", "This list is being taken in already.");

    public static readonly Refusal NobodyNamed = new(
        "import.nobody-named", "No column holds a name. Choose which column names the person or the institution, or say below that the rows are to be kept as held.", "Columns");

    public static readonly Refusal NotDone = new("import.not-done", "This list was not taken in, so there is nothing to take back.");

    private ListImport()
    {
    }

    public ListImportId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Name of the sheet or of the table in a package; empty for CSV.</summary>
    public string Sheet { get; private set; } = "";

    /// <summary>Sheets of one workbook share this.</summary>
    public Guid Upload { get; private set; }

    /// <summary>Versions of one list share this: next year's list finds the listings of this year's.</summary>
    public Guid Series { get; private set; }

    public GoneLines GoneLines { get; private set; }

    /// <summary>True: where a person changed a fact here and the list says otherwise, the list is right.</summary>
    public bool ListWins { get; private set; }

    public int HeaderLine { get; private set; }

    public IReadOnlyList<ImportColumn> Columns { get; private set; } = [];

    public int Rows { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>Which list rows belong to that do not say it themselves.</summary>
    public ListingPlace Place { get; private set; }

    public Sharing Sharing { get; private set; }

    public bool MonthFirst { get; private set; }

    public string? Currency { get; private set; }

    public int Taken { get; private set; }

    public int Warned { get; private set; }

    public int Held { get; private set; }

    /// <summary>Rows whose listings say the same already.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Of the rows taken, those that changed a listing instead of making one.</summary>
    public int Changed { get; private set; }

    /// <summary>Listings of earlier versions that this one has no line for.</summary>
    public int Gone { get; private set; }

    /// <summary>Line up to which its rows were taken in. One up to here that says nothing of itself was taken just as it stood.</summary>
    public int TakenTo { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public PersonId CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    public int Seen => Taken + Warned + Held + Unchanged;

    public static ListImport Open(ListFile file, ListSheet sheet, Guid upload, OrganisationId owner, Actor by, TimeProvider clock) => Opened(EntityId.New<ListImportId>(clock), file, sheet, upload, owner, by, clock);

    private static ListImport Opened(ListImportId id, ListFile file, ListSheet sheet, Guid upload, OrganisationId owner, Actor by, TimeProvider clock) => new()
    {
        Id = id,
        Series = id.Value,
        OrganisationId = owner,
        FileName = Path.GetFileName(file.FileName) is { Length: <= 200 } name ? name : Path.GetFileName(file.FileName)[..200],
        Sheet = file.Format is ListFormat.Xlsx or ListFormat.Zip ? sheet.Name : "",
        Upload = upload,
        HeaderLine = sheet.Header?.Line ?? 0,
        Rows = sheet.RowCount,
        CreatedAt = clock.GetUtcNow(),
        CreatedBy = by.Person,
        CreatedByName = by.Name,
    };

    public void ReadAs(IReadOnlyList<ColumnReading> columns) => Columns =
    [
        .. columns.Select(c => new ImportColumn(
            c.Index, c.Heading, c.Column, c.Confidence, c.Reason.Message,
            [.. c.Reason.Values.Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "")], c.FirstValues, c.Alone)),
    ];

    public Refusal? Set(ListingPlace place, Sharing sharing, bool monthFirst, string? currency)
    {
        if (State != ImportState.Preview)
        {
            return Started;
        }

        (Place, Sharing, MonthFirst) = (place, sharing, monthFirst);
        Currency = currency is { Length: 3 } ? currency.ToUpperInvariant() : null;
        return null;
    }

    /// <summary>Says of which list this is the newer version; its own id: of none.</summary>
    public Refusal? BelongTo(Guid series, GoneLines gone, bool listWins)
    {
        if (State != ImportState.Preview)
        {
            return Started;
        }

        (Series, GoneLines, ListWins) = (series, gone, listWins);
        return null;
    }

    /// <summary>True for the newer version of a list that was taken in before, as far as a person or the guess says.</summary>
    public bool IsNewVersion => Series != Id.Value;

    /// <summary>A table of phones or opening hours has no names; no row of it can stand alone in a list.</summary>
    public bool NamesSomebody => Columns.Any(c => c.Column is ListColumn.PersonName or ListColumn.PersonOrBody or ListColumn.FamilyName
        or ListColumn.GivenName or ListColumn.Organisation or ListColumn.ContactPerson);

    /// <param name="withoutNames">Somebody said that a list without names is meant: its rows are kept as held.</param>
    public Refusal? Start(bool withoutNames)
    {
        if (State != ImportState.Preview)
        {
            return Started;
        }

        if (!NamesSomebody && !withoutNames)
        {
            return NobodyNamed;
        }

        State = ImportState.Running;
        return null;
    }

    /// <param name="rows">The next rows, in the order of their lines.</param>
    public void Take(IReadOnlyList<ImportRow> rows)
    {
        foreach (var row in rows)
        {
            Count(row);
        }

        TakenTo = rows[^1].Line;
    }

    private void Count(ImportRow row)
    {
        if (row.Effect == RowEffect.Unchanged)
        {
            Unchanged++;
            return;
        }

        Changed += row.Effect == RowEffect.Changed ? 1 : 0;
        Count(row.Outcome!.Value);
    }

    private void Count(RowOutcome outcome)
    {
        switch (outcome)
        {
            case RowOutcome.Taken: Taken++; break;
            case RowOutcome.TakenWithWarning: Warned++; break;
            case RowOutcome.Held: Held++; break;
            default: throw new ArgumentOutOfRangeException(nameof(outcome));
        }
    }

    /// <summary>A held row was put right and taken.</summary>
    public void Release(RowOutcome to)
    {
        Held--;
        Count(to);
    }

    public void Finish(int gone, TimeProvider clock)
    {
        Gone = gone;
        if (Seen != Rows)
        {
            throw new InvalidOperationException($"{Rows} rows came in, but {Seen} are accounted for.");
        }

        (State, EndedAt) = (ImportState.Done, clock.GetUtcNow());
    }

    public Refusal? TakeBack(TimeProvider clock)
    {
        if (State != ImportState.Done)
        {
            return NotDone;
        }

        (State, EndedAt) = (ImportState.TakenBack, clock.GetUtcNow());
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ListImport>
    {
        public void Configure(EntityTypeBuilder<ListImport> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.FileName).HasMaxLength(200);
            builder.Property(i => i.Columns).HasConversion(JsonColumn.Converter<ImportColumn>(), JsonColumn.Comparer<ImportColumn>());
            builder.HasIndex(i => new { i.OrganisationId, i.CreatedAt });
            builder.HasIndex(i => i.Series);
        }
    }
}
