using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory;

/// <summary>One entry on the telephone: the script, the answers, who has left, and undo. Also confirms with one tap.</summary>
[Requires(DirectoryPermissions.AnswerChecks)]
internal sealed class CheckEntryPage(AppDbContext db, EntryCare care, AnswerCheckHandler answers, StartCheckHandler start, MarkDepartureHandler departures) : CausewayPage
{
    [BindProperty]
    public CheckForm Form { get; set; } = new();

    [BindProperty]
    public CheckWay Way { get; set; } = CheckWay.Phone;

    [BindProperty(SupportsGet = true)]
    public CheckItemId? Item { get; set; }

    /// <summary>When the page was opened, for the minutes on the board.</summary>
    [BindProperty]
    public long Opened { get; set; }

    [BindProperty]
    public DateOnly? LeftOn { get; set; }

    [BindProperty]
    public DepartureReason Reason { get; set; }

    [BindProperty]
    public string? Successor { get; set; }

    public CaredEntry Cared { get; private set; } = null!;

    public Entry Entry => Cared.Entry;

    public CheckItem? Asked { get; private set; }

    public CheckItem? Next { get; private set; }

    public Departure? Departure { get; private set; }

    public EntryId? SuccessorEntry { get; private set; }

    public IReadOnlyList<Assurance> Lines { get; private set; } = [];

    public bool ListsIt => Cared.Contributions.Any(c => c.Source == Actor.Organisation);

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        (Form, Opened) = (CheckForm.Of(Entry), Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(EntryId id, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        var (answer, refusal) = Form.Read(Entry, act == "right" ? CheckAnswer.Right : null);
        refusal ??= await answers.HandleAsync(new AnswerCheck(id, Asked?.Id, answer!, Way, (int)Math.Clamp(Now - Opened, 0, 100_000)), Actor, ct);
        return refusal is null ? GoOn(id) : await RefusedAsync(id, refusal, ct);
    }

    /// <summary>One tap for all groups.</summary>
    public async Task<IActionResult> OnPostTapAsync(EntryId id, CheckAnswer answer, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || answer == CheckAnswer.Changed)
        {
            return NotThere();
        }

        var refusal = await answers.HandleAsync(new AnswerCheck(id, Asked?.Id, EntryAnswer.Of(answer, Entry), CheckWay.Page, null), Actor, ct);
        return refusal is null ? Done($"/directory/entries/{id}", "Thank you. One answer counts for all schools.") : await RefusedAsync(id, refusal, ct);
    }

    public Task<IActionResult> OnPostAgainAsync(EntryId id, CancellationToken ct) =>
        AnswerAsync(id, () => start.AskAgainAsync(id, Actor, ct), $"/directory/entries/{id}", "Asked again. Where there is a mail address, a mail is on its way.", ct);

    public Task<IActionResult> OnPostUndoAsync(EntryId id, Guid said, CancellationToken ct) =>
        AnswerAsync(id, () => answers.UndoAsync(id, said, Actor, ct), $"/directory/entries/{id}/check", "The answer is taken back.", ct);

    public Task<IActionResult> OnPostLeftAsync(EntryId id, CancellationToken ct) =>
        AnswerAsync(id, () => departures.HandleAsync(new MarkDeparture(id, LeftOn, Reason, Successor), Actor, ct), $"/directory/entries/{id}", "Marked as left. Each school that lists it is told.", ct);

    public Task<IActionResult> OnPostBackAsync(EntryId id, CancellationToken ct) =>
        AnswerAsync(id, () => departures.UndoAsync(id, Actor, ct), $"/directory/entries/{id}", "It is in the directory as before.", ct);

    public Task<IActionResult> OnPostSeenAsync(EntryId id, CancellationToken ct) =>
        AnswerAsync(id, () => departures.SeenAsync(id, Actor, ct), "/", "Noted for your school.", ct);

    private long Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();

    private async Task<IActionResult> AnswerAsync(EntryId id, Func<Task<Refusal?>> act, string next, string done, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        return await act() is { } refusal ? await RefusedAsync(id, refusal, ct) : Done(next, done);
    }

    private async Task<IActionResult> RefusedAsync(EntryId id, Refusal refusal, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (refusal == AnswerCheckHandler.NotThere || !await LoadAsync(id, ct))
        {
            return NotThere();
        }

        if (Form.Typed.Count == 0)
        {
            Form = CheckForm.Of(Entry);
        }

        return Refuse(refusal);
    }

    private IActionResult GoOn(EntryId id) => Asked is null ? Done($"/directory/entries/{id}", "Thank you. One answer counts for all schools.")
        : Next is null ? Done("/directory/check/mine", "Thank you. That was the last one of yours.")
        : Done($"/directory/entries/{Next.EntryId}/check?item={Next.Id}", "Saved. Here is the next one.");

    private async Task<bool> LoadAsync(EntryId id, CancellationToken ct)
    {
        var cared = await care.FindAsync(id, ct);
        if (cared is null || !May(DirectoryPermissions.AnswerChecks, new AccessObject(Network: cared.Entry.NetworkId)))
        {
            return false;
        }

        Cared = cared;
        var ids = cared.Contributions.Select(c => c.Id).ToList();
        Asked = Item is { } item ? await db.Set<CheckItem>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == item && ids.Contains(i.About), ct) : null;
        Lines = await db.Set<Assurance>().AsNoTracking().Where(a => ids.Contains(a.About)).OrderByDescending(a => a.At).Take(60).ToListAsync(ct);
        Departure = await db.Set<Departure>().AsNoTracking().Where(d => ids.Contains(d.About) && d.UndoneAt == null).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct);
        SuccessorEntry = Departure?.Successor is { } next ? await db.Set<Contribution>().Where(c => c.Id == next).Select(c => (EntryId?)c.EntryId).FirstOrDefaultAsync(ct) : null;
        Next = Asked is null ? null : await db.Set<CheckItem>().AsNoTracking()
            .Where(i => i.VerifierId == Actor.Person && i.Outcome == CheckOutcome.Open && i.Id != Asked.Id)
            .OrderBy(i => i.PhoneFrom).ThenBy(i => i.Name).ThenBy(i => i.Id).FirstOrDefaultAsync(ct);
        return true;
    }
}
