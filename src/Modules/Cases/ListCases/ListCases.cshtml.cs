using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>The cases one may open: code, state, lead, next review. Names only when asked for.</summary>
[Requires(CasePermissions.See)]
internal sealed class ListCasesPage(CaseBook book, IPersonDirectory people, TimeProvider clock) : CausewayPage
{
    [BindProperty(SupportsGet = true, Name = "names")]
    public bool WithNames { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    public IReadOnlyList<MyCase> Rows { get; private set; } = [];

    public int OpenCount { get; private set; }

    public int ClosedCount { get; private set; }

    public IReadOnlyDictionary<CaseId, ChildWords> Names { get; private set; } = new Dictionary<CaseId, ChildWords>();

    public DateOnly Today => clock.Today(Actor.Zone);

    public bool MayOpen => May(CasePermissions.Lead);

    private IReadOnlyDictionary<PersonId, PersonCard> People { get; set; } = new Dictionary<PersonId, PersonCard>();

    public string NameOf(PersonId person) => People.TryGetValue(person, out var card) ? card.Name : T["somebody who has left"];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = await book.MineAsync(ct);
        (OpenCount, ClosedCount) = (mine.Count(m => m.File.IsOpen), mine.Count(m => !m.File.IsOpen));
        Rows = [.. mine.Where(m => m.File.IsOpen != Closed).OrderBy(m => m.File.NextReviewOn ?? DateOnly.MaxValue).ThenBy(m => m.File.Code, StringComparer.Ordinal)];
        People = await people.FindAsync([.. Rows.SelectMany(r => new[] { (PersonId?)r.File.Lead, r.File.Deputy }).OfType<PersonId>().Distinct()], ct);
        if (WithNames)
        {
            Names = await book.NamesAsync(Rows.Select(r => r.File.Id), ct);
        }
    }
}
