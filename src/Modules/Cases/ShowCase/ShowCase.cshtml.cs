using Causeway.Accounts;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Cases;

/// <summary>One case, as far as it is open to whoever looks. Parts under stricter rules open only by a press of their own.</summary>
[Requires(CasePermissions.See)]
internal sealed class ShowCasePage(CaseBook book, IPersonDirectory people) : CasePage
{
    [BindProperty(SupportsGet = true, Name = "part")]
    public string? PartCode { get; set; }

    [BindProperty(SupportsGet = true)]
    public EntryKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public CaseReading Reading { get; private set; } = null!;

    /// <summary>In the order of what happened, the latest first.</summary>
    public IReadOnlyList<ReadEntry> Entries { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Writers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>The part under stricter rules that is shown; null: the case itself.</summary>
    public CasePartKind? Apart { get; private set; }

    public CasePartKind Part => Apart ?? CaseParts.Core;

    public bool IsFiltered => Kind is not null || By is not null || From is not null || Until is not null;

    public int Hidden { get; private set; }

    private IReadOnlyDictionary<PersonId, PersonCard> Names { get; set; } = new Dictionary<PersonId, PersonCard>();

    public string NameOf(PersonId person) => Names.TryGetValue(person, out var card) ? card.Name : T["somebody who has left"];

    public bool MayWrite => Reading.File.IsOpen && Reading.Has(Part) && MayHere(Part.Write);

    public bool MayLead => Reading.Has(CaseParts.Core) && MayHere(CasePermissions.Lead);

    public bool MayCorrect(ReadEntry entry) => MayWrite && EntryRules.MayCorrect(entry.Row, Actor.Person) && MayHere(EntryRules.PermissionOf(entry.Row.Kind, Part));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Apart = CaseParts.Of(PartCode) is { IsApart: true } apart ? apart : null;
        IReadOnlyList<CasePartKind> wanted = Apart is null ? [CaseParts.Core, CaseParts.Child] : [Apart];
        if (await book.ReadAsync(Case, ct, wanted) is not { } reading || (Apart is not null && !reading.Has(Apart)))
        {
            return NotThere();
        }

        Reading = reading;
        var all = reading.Entries.Where(e => e.Row.Kind != EntryKind.Child).ToList();
        Entries = [.. all.Where(IsWanted).OrderByDescending(e => e.Happened(Actor.Zone)).ThenByDescending(e => e.Row.WrittenAt)];
        Hidden = all.Count - Entries.Count;
        Writers = [.. all.DistinctBy(e => e.Row.WrittenBy).Select(e => new SelectListItem(e.Words.WriterName, e.Row.WrittenBy.ToString()))];
        Kinds = [.. all.Select(e => e.Row.Kind).Distinct().Order().Select(k => new SelectListItem(CaseWords.Of(k), k.ToString()))];
        Names = await people.FindAsync([reading.File.Lead, .. reading.File.Deputy is { } d ? new[] { d } : []], ct);
        return Page();
    }

    private bool IsWanted(ReadEntry entry)
    {
        var day = entry.Happened(Actor.Zone).Day;
        return (Kind is null || entry.Row.Kind == Kind) && (By is null || entry.Row.WrittenBy.Value == By) && (From is null || day >= From) && (Until is null || day <= Until);
    }
}
