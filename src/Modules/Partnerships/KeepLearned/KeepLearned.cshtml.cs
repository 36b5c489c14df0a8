using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>What each side learned from the other, term by term; what is missing shows.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepLearnedPage(AppDbContext db, PartnershipDoor door, KeepLearnedHandler handler) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "term")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true, Name = "side")]
    public int? Side { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<string> Terms { get; private set; } = [];

    public IReadOnlyList<Learned> Entries { get; private set; } = [];

    public Party? Writer => Side is { } n && View.PartyOf(n) is { } party && MayWrite(party) ? party : null;

    public bool IsWriting => Writer is not null && Term is not null && Terms.Contains(Term, StringComparer.Ordinal);

    public Learned? Of(Party party, string term) => Entries.FirstOrDefault(e => e.PartyId == party.Id && e.Term == term);

    public bool MayWrite(Party party) => !View.Partnership.IsOver && KeepPartiesHandler.MayKeep(View, party);

    public bool IsNow(string term) => term == SchoolTerm.Of(Today);

    public string TermWords(string term) => T[SchoolTerm.Words(term), SchoolTerm.YearIn(term).ToString(CultureInfo.InvariantCulture)];

    public string WriteAt(Party party, string term) => $"{Here}/learned?side={party.Number}&term={Uri.EscapeDataString(term)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (IsWriting && Of(Writer!, Term!) is { } entry)
        {
            (Text, Version) = (entry.Text, entry.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.WriteAsync(new(Id), Side ?? 0, Term, Text, Version, Actor, ct), () => LoadAsync(ct), $"{Here}/learned", "Written down.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Terms = SchoolTerm.Between(view.Partnership.OpenedOn, view.Partnership.EndedOn ?? Today);
        Entries = await db.Set<Learned>().AsNoTracking().Where(l => l.PartnershipId == view.Partnership.Id).ToListAsync(ct);
        return true;
    }
}
