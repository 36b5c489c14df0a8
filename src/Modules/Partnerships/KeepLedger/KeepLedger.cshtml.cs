using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>What each side gave, and beside it how it feels to each.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepLedgerPage(AppDbContext db, PartnershipDoor door, KeepLedgerHandler handler) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? Year { get; set; }

    /// <summary>The line to be corrected; null: a new one is entered.</summary>
    [BindProperty(SupportsGet = true, Name = "correct")]
    public Guid? Correct { get; set; }

    [BindProperty]
    public int? Side { get; set; }

    [BindProperty]
    public ContributionKind Kind { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Currency { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int Speaks { get; set; }

    [BindProperty]
    public int? Felt { get; set; }

    [BindProperty]
    public string? Sentence { get; set; }

    public bool IsFelt { get; private set; }

    public IReadOnlyList<Contribution> Lines { get; private set; } = [];

    public IReadOnlySet<PartnershipRowId> InForce { get; private set; } = new HashSet<PartnershipRowId>();

    public IReadOnlyList<LedgerTotal> Totals { get; private set; } = [];

    public IReadOnlyList<string> Years { get; private set; } = [];

    public IReadOnlyList<FeltBalance> Words { get; private set; } = [];

    /// <summary>Terms of the year shown, the latest first.</summary>
    public IReadOnlyList<string> Terms { get; private set; } = [];

    public string Term => SchoolTerm.Of(Today);

    /// <summary>Whose word is asked for now: the own side's; then that of a side without accounts, as it was told.</summary>
    public Party? Speaker => new[] { View.Own! }.Concat(View.Parties.Where(p => p.Member is null)).FirstOrDefault(p => !Words.Any(w => w.PartyId == p.Id && w.Term == Term));

    public Contribution? Corrected { get; private set; }

    public IReadOnlyList<SelectListItem> Sides => [.. View.Parties.Select(p => new SelectListItem(p.Name, p.Number.ToString(CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<SelectListItem> Feelings => [.. Enumerable.Range(1, FeltBalance.Highest).Select(n => new SelectListItem(KeepWords.OfFelt(n).Text, n.ToString(CultureInfo.InvariantCulture)))];

    public string TermWords(string term) => T[SchoolTerm.Words(term), SchoolTerm.YearIn(term).ToString(CultureInfo.InvariantCulture)];

    public static string Number(decimal amount) => amount.ToString("#,0.##", CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Day = Today;
        if (Correct is not null)
        {
            if (Corrected is not { } line || !InForce.Contains(line.Id))
            {
                return NotThere();
            }

            (Side, Kind, Day, Amount, Currency, Note) = (line.Side, line.Kind, line.Day, line.Amount.ToString("0.##", CultureInfo.InvariantCulture), line.Currency, line.Note);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // A comma is how many write the point.
        decimal? amount = decimal.TryParse((Amount ?? "").Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        return await AnswerAsync(
            await handler.EnterAsync(new(Id), new(Side, Kind, Day, amount, Currency, Note), Correct is { } c ? new PartnershipRowId(c) : null, Actor, ct),
            () => LoadAsync(ct), $"{Here}/balance", Correct is null ? "Entered." : "Corrected. The earlier line stays readable.");
    }

    public async Task<IActionResult> OnPostFeltAsync(CancellationToken ct)
    {
        IsFelt = true;
        return await AnswerAsync(await handler.SayAsync(new(Id), Speaks, Felt, Sentence, Actor, ct), () => LoadAsync(ct), $"{Here}/balance", "Said. What the others say of this term is shown to you as it comes.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { Own: { } own } view)
        {
            return false;
        }

        View = view;
        var all = await db.Set<Contribution>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id).ToListAsync(ct);
        Years = [.. all.Select(l => Plan.YearOf(l.Day)).Append(Plan.YearOf(Today)).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal)];
        Year = Year is not null && Years.Contains(Year, StringComparer.Ordinal) ? Year : Years[0];
        Corrected = all.Find(l => l.Id.Value == Correct);
        Lines = [.. all.Where(l => Plan.YearOf(l.Day) == Year).OrderByDescending(l => l.Day).ThenByDescending(l => l.At)];
        InForce = Ledger.InForce(all).Select(l => l.Id).ToHashSet();
        Totals = Ledger.Totals(all, Year);
        var words = await db.Set<FeltBalance>().AsNoTracking().Where(f => f.PartnershipId == view.Partnership.Id).ToListAsync(ct);
        Words = FeltBalance.Readable(words, own.Id);
        Terms = [.. SchoolTerm.Between(view.Partnership.OpenedOn, view.Partnership.EndedOn ?? Today).Where(t => SchoolTerm.YearOf(t) == Year)];
        return true;
    }
}
