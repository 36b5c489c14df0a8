using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>Why a row was held or taken with a warning.</summary>
internal sealed record RowRemark(ListColumn Column, int? Index, string Code, string Message, IReadOnlyList<string> Values);

/// <summary>What a person decided about a held row.</summary>
internal enum RowDecision
{
    None,
    PutRight,
    LeftOut,
}

/// <summary>What a row did to the school's listings.</summary>
internal enum RowEffect
{
    None,
    New,

    /// <summary>A listing of an earlier version of the list was changed.</summary>
    Changed,

    /// <summary>The listing says this already, or a person keeps it otherwise: nothing was written.</summary>
    Unchanged,
}

/// <summary>One row of an import as it stood in the file. Never deleted, never rewritten: corrections stand beside it.</summary>
internal sealed class ImportRow : IOwnedByOrganisation
{
    public static readonly Refusal NotHeld = new("row.not-held", "This row is not held, so there is nothing to decide.");

    private ImportRow()
    {
    }

    public ImportRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ListImportId ImportId { get; private set; }

    /// <summary>Line of the file or row of the sheet, as the user sees it.</summary>
    public int Line { get; private set; }

    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>
    /// Null until the row was taken in, and for good where it was taken just as it stood: <see cref="ListImport.TakenTo"/> is past
    /// it then, and of most rows of a long list there is nothing more to write. Ask <see cref="OutcomeIn"/>.
    /// </summary>
    public RowOutcome? Outcome { get; private set; }

    public IReadOnlyList<RowRemark> Remarks { get; private set; } = [];

    public ListingId? ListingId { get; private set; }

    public RowEffect Effect { get; private set; }

    public RowDecision Decision { get; private set; }

    /// <summary>True: taken as it stood, and its new listing knows its line.</summary>
    public bool SpeaksForItself => this is { Outcome: RowOutcome.Taken, Effect: RowEffect.New, Decision: RowDecision.None, Remarks.Count: 0 };

    public bool IsWaiting => Outcome == RowOutcome.Held && Decision == RowDecision.None;

    public static ImportRow Of(RawRow raw, ListImport import, TimeProvider clock) => new()
    {
        Id = EntityId.New<ImportRowId>(clock),
        OrganisationId = import.OrganisationId,
        ImportId = import.Id,
        Line = raw.Line,
        Cells = raw.Cells,
    };

    /// <summary>Null: not taken in yet.</summary>
    public RowOutcome? OutcomeIn(ListImport import) => Outcome ?? (Line <= import.TakenTo ? RowOutcome.Taken : null);

    public RawRow Raw => new(Line, Cells);

    public void TakeAs(UnderstoodRow understood, ListingId? listing, RowEffect effect = RowEffect.New)
    {
        Outcome = listing is null ? RowOutcome.Held : understood.Outcome;
        (ListingId, Effect) = (listing, listing is null ? RowEffect.None : effect);
        Remarks = RowRemarks.Of(understood, listing is not null);
    }

    /// <summary>A person decided on this very row when an earlier version of the list was taken in.</summary>
    public void DecideAsBefore(RowDecision decision, ListingId? listing)
    {
        (Decision, ListingId) = (decision, listing);
        if (listing is not null)
        {
            (Outcome, Effect) = (RowOutcome.Taken, RowEffect.Unchanged);
        }
    }

    public void Remark(RowRemark remark)
    {
        Remarks = [.. Remarks, remark];
        Outcome = Outcome == RowOutcome.Taken ? RowOutcome.TakenWithWarning : Outcome;
    }

    /// <summary>A person wrote the right values and the row made a listing after all.</summary>
    public Refusal? PutRight(ListingId listing, UnderstoodRow understood)
    {
        if (!IsWaiting)
        {
            return NotHeld;
        }

        (Decision, ListingId, Effect, Outcome) = (RowDecision.PutRight, listing, RowEffect.New, understood.Outcome == RowOutcome.Taken ? RowOutcome.Taken : RowOutcome.TakenWithWarning);
        return null;
    }

    public Refusal? LeaveOut()
    {
        if (!IsWaiting)
        {
            return NotHeld;
        }

        Decision = RowDecision.LeftOut;
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ImportRow>
    {
        public void Configure(EntityTypeBuilder<ImportRow> builder)
        {
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Cells).HasConversion(JsonColumn.Converter<string>(), JsonColumn.Comparer<string>());
            builder.Property(r => r.Remarks).HasConversion(JsonColumn.Converter<RowRemark>(), JsonColumn.Comparer<RowRemark>());
            builder.HasIndex(r => new { r.ImportId, r.Line }).IsUnique();
        }
    }
}

internal static class RowRemarks
{
    public static readonly Wording NamesNobody = new("This row names neither a person nor an institution.");

    public static IReadOnlyList<RowRemark> Of(UnderstoodRow row, bool taken)
    {
        var remarks = new List<RowRemark>();
        if (row.Held is { } held)
        {
            remarks.Add(Remark(ListColumn.Unknown, null, held.Code, held.Text));
        }
        else if (!taken)
        {
            remarks.Add(Remark(ListColumn.Unknown, null, "row.names-nobody", NamesNobody));
        }

        remarks.AddRange(row.Warnings.Select(w => Remark(w.Column, w.Index, w.Code, w.Text)));
        return remarks;
    }

    private static RowRemark Remark(ListColumn column, int? index, string code, Wording text) => new(
        column, index, code, text.Message, [.. text.Values.Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
}

/// <summary>How this school had a heading read last time: the next list of the same make needs no correcting.</summary>
internal sealed class ColumnMemory : IOwnedByOrganisation
{
    private ColumnMemory()
    {
    }

    internal ColumnMemory(OrganisationId owner, string heading, ListColumn column, TimeProvider clock) =>
        (Id, OrganisationId, Heading, Column) = (EntityId.New<DirectoryRowId>(clock), owner, heading, column);

    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Folded by <see cref="ColumnGuess.KeyOf"/>.</summary>
    public string Heading { get; private set; } = "";

    public ListColumn Column { get; private set; }

    public void Now(ListColumn column) => Column = column;

    internal sealed class Configuration : IEntityTypeConfiguration<ColumnMemory>
    {
        public void Configure(EntityTypeBuilder<ColumnMemory> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Heading).HasMaxLength(400);
            builder.HasIndex(m => new { m.OrganisationId, m.Heading }).IsUnique();
        }
    }
}
