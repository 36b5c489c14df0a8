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

/// <summary>One column of the sheet and how it is read.</summary>
internal sealed record ImportColumn(int Index, string? Heading, ListColumn Column, GuessConfidence Confidence, string Reason, IReadOnlyList<string> ReasonValues, IReadOnlyList<string> FirstValues, double? Alone = null);

/// <summary>
/// One sheet of an uploaded file. Every row of it is kept as typed, and ends up taken, taken with a warning or held:
/// rows in = taken + warned + held, always.
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

    /// <summary>Name of the sheet; empty for CSV.</summary>
    public string Sheet { get; private set; } = "";

    /// <summary>Sheets of one workbook share this.</summary>
    public Guid Upload { get; private set; }

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

    public DateTimeOffset CreatedAt { get; private set; }

    public PersonId CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    public int Seen => Taken + Warned + Held;

    public static ListImport Open(ListFile file, ListSheet sheet, Guid upload, OrganisationId owner, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<ListImportId>(clock),
        OrganisationId = owner,
        FileName = Path.GetFileName(file.FileName) is { Length: <= 200 } name ? name : Path.GetFileName(file.FileName)[..200],
        Sheet = file.Format == ListFormat.Xlsx ? sheet.Name : "",
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

    public void Count(RowOutcome outcome)
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

    public void Finish(TimeProvider clock)
    {
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
        }
    }
}
