using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Partnerships;

/// <summary>A part of a plan or of a project: rows on a page of its own, so that two people may work on two parts at once.</summary>
internal abstract class PartOfRows : IOwnedByNetwork, IVersioned
{
    public const int MostRows = 60;

    public PartnershipRowId Id { get; private protected init; }

    public NetworkId NetworkId { get; private protected init; }

    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];

    /// <summary>Numbers are given once: a row that was dropped leaves its number to nobody.</summary>
    public int LastRow { get; private set; }

    public int Version { get; private set; }

    private protected void Begin(IReadOnlyList<PlanRow> rows) => (Rows, LastRow) = (rows, rows.Select(r => r.Id).DefaultIfEmpty(0).Max());

    /// <summary>Without a number it is new.</summary>
    private protected void Put(PlanRow row)
    {
        var kept = row with { Id = row.Id == 0 ? ++LastRow : row.Id };
        Rows = Rows.Any(r => r.Id == kept.Id) ? [.. Rows.Select(r => r.Id == kept.Id ? kept : r)] : [.. Rows, kept];
    }

    /// <summary>Taken out twice is taken out.</summary>
    private protected void TakeOut(int row) => Rows = [.. Rows.Where(r => r.Id != row)];
}
