using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The entries one verifier looks after: most of them one tap.</summary>
[Requires(DirectoryPermissions.AnswerChecks)]
internal sealed class MyChecksPage(AppDbContext db, EntryCare care, AnswerCheckHandler answers, TimeProvider clock) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    public IReadOnlyList<CheckItem> Done20 { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int Open { get; private set; }

    public int Calls { get; private set; }

    public int Answered { get; private set; }

    public DateOnly Today => clock.Today(Actor.Zone);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    /// <param name="right">The item whose button was pressed; likewise the others.</param>
    public async Task<IActionResult> OnPostAsync(CheckItemId? right, CheckItemId? unknown, CheckItemId? gone, CheckItemId? undo, CancellationToken ct)
    {
        var id = right ?? unknown ?? gone ?? undo;
        var item = id is null ? null : await db.Set<CheckItem>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.VerifierId == Actor.Person, ct);
        if (item is null || await care.FindAsync(item, ct) is not { } cared)
        {
            return NotThere();
        }

        var answer = right is not null ? CheckAnswer.Right : unknown is not null ? CheckAnswer.NotKnown : CheckAnswer.Gone;
        var refusal = undo is null
            ? await answers.HandleAsync(new AnswerCheck(cared.Entry.Id, item.Id, EntryAnswer.Of(answer, cared.Entry), CheckWay.Page, null), Actor, ct)
            : await answers.UndoAsync(cared.Entry.Id, item.Said ?? default, Actor, ct);
        if (refusal is null)
        {
            return Done($"/directory/check/mine?show={Show}&p={Number}", undo is null ? "{0}: noted. You can take it back below." : "{0}: taken back.", item.Name);
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return Refuse(refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var today = Today;
        var mine = db.Set<CheckItem>().AsNoTracking().Where(i => i.VerifierId == Actor.Person);
        var open = mine.Where(i => i.Outcome == CheckOutcome.Open);
        (Open, Calls) = (await open.CountAsync(ct), await open.CountAsync(i => i.PhoneFrom <= today, ct));
        Answered = await mine.CountAsync(i => i.Outcome != CheckOutcome.Open && i.Outcome != CheckOutcome.Silent, ct);
        var wanted = Show == "calls" ? open.Where(i => i.PhoneFrom <= today) : open;
        Paging = new Paging(Number, Show == "calls" ? Calls : Open);
        Items = await wanted.OrderBy(i => i.Urgency == CheckUrgency.None).ThenBy(i => i.PhoneFrom).ThenBy(i => i.Name).ThenBy(i => i.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Done20 = await mine.Where(i => i.AnsweredAt != null).OrderByDescending(i => i.AnsweredAt).Take(10).ToListAsync(ct);
    }
}
