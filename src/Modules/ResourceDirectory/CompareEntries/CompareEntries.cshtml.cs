using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Cells">For each entry its facts of this field; empty: not known.</param>
/// <param name="Differs">They do not all say the same.</param>
internal sealed record ComparedRow(FactField Field, IReadOnlyList<IReadOnlyList<Claim>> Cells, bool Differs);

/// <summary>Two to four entries side by side: fields as rows, what differs is marked.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class CompareEntriesPage(AppDbContext db, DirectoryLimits limits) : CausewayPage
{
    public const int Most = 4;

    private static readonly FactField[] NotCompared = [FactField.Name, FactField.OtherName, FactField.MapPoint, FactField.Fax, FactField.Country];

    // What one has to know of somebody before sending a family there: shown even where nobody says it.
    private static readonly FactField[] Always =
        [FactField.Concern, FactField.Languages, FactField.Ages, FactField.Delivery, FactField.Area, FactField.WaitingTime, FactField.Fee, FactField.Availability, FactField.LicenceUntil, FactField.LeavesOn];

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<ComparedRow> Rows { get; private set; } = [];

    public bool TooMany { get; private set; }

    /// <summary>More were chosen than fit beside each other.</summary>
    public bool Cut { get; private set; }

    public async Task<IActionResult> OnGetAsync(List<EntryId> e, CancellationToken ct)
    {
        var asked = e.Distinct().ToList();
        (Cut, asked) = (asked.Count > Most, [.. asked.Take(Most)]);
        var found = await db.Set<Entry>().AsNoTracking().Where(x => asked.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        if (asked.Exists(id => !found.ContainsKey(id)) || Actor.Network is null)
        {
            return NotThere();
        }

        if (!await limits.TrySeeAsync(asked, Actor, ct))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else
        {
            Entries = asked.ConvertAll(id => found[id]);
            Rows = Compare(Entries);
        }

        db.Record(TooMany ? "directory.limit-reached" : "entries.compared", Actor.Network.Value.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    internal static IReadOnlyList<ComparedRow> Compare(IReadOnlyList<Entry> entries)
    {
        var fields = entries.SelectMany(x => x.Claims).Where(c => c.Shown).Select(c => c.Fact.Field).Concat(Always).Distinct()
            .Where(f => !NotCompared.Contains(f)).Order();
        return [.. fields.Select(field =>
        {
            var cells = entries.Select(x => (IReadOnlyList<Claim>)[.. x.Claims.Where(c => c.Shown && c.Fact.Field == field)]).ToList();
            var words = cells.ConvertAll(cell => string.Join('|', cell.Select(c => c.Fact.Code + c.Fact.Detail + c.Fact.From + c.Fact.To + (c.Fact.Code is null ? SearchWords.Key(c.Fact.Text) : "")).Order(StringComparer.Ordinal)));
            return new ComparedRow(field, cells, words.Distinct(StringComparer.Ordinal).Count() > 1);
        })];
    }
}
