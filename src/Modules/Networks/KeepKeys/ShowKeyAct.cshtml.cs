using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>One act: what is asked, the second person's word, and the ceremony itself.</summary>
[Requires(NetworksPermissions.KeepKeys)]
internal sealed class ShowKeyActModel(AppDbContext db, KeepKeysHandler handler, CarryOutHandler carryOut, People people, ISessions sessions) : NetworkPage
{
    private const int LargestFile = 20_000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "act")]
    public Guid ActId { get; set; }

    [BindProperty]
    public string? Digest { get; set; }

    [BindProperty]
    public List<string?> Passphrases { get; set; } = [];

    [BindProperty]
    public List<int> Which { get; set; } = [1, 2];

    [BindProperty]
    public IFormFile? Kept { get; set; }

    [BindProperty]
    public string? Receipt { get; set; }

    public KeyAct Act { get; private set; } = null!;

    public KeyActState State { get; private set; }

    public bool MayAgree => State == KeyActState.WaitsForSecond && Act.AskedBy != Actor.Person && Act.LetIn != Actor.Person;

    public bool MayCarryOut => State == KeyActState.Ready && Act.AskedBy == Actor.Person;

    public bool MayStop => State is KeyActState.WaitsForSecond or KeyActState.WaitsForDay or KeyActState.Ready;

    /// <summary>The three, as they were named when the key was made; the newest key's names are shown on its own page.</summary>
    public IReadOnlyList<SelectListItem> Places =>
        [.. Enumerable.Range(1, 3).Select(n => n.ToString(System.Globalization.CultureInfo.CurrentCulture)).Select(n => new SelectListItem(T["The one named at place {0}", n], n))];

    private IReadOnlyDictionary<PersonId, PersonCard> Cards { get; set; } = null!;

    private string Here => $"/organisations/{Id}/keys/{ActId}";

    public string NameOf(PersonId? person) => person is { } one ? Cards.GetValueOrDefault(one)?.Name ?? "?" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        AfterProofAsync(async () => Answer(await handler.ApproveAsync(new(Id), new(ActId), Digest, Actor, ct), Here, "Agreed."), ct);

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.StopAsync(new(Id), new(ActId), Actor, ct), Here, "Stopped.")
        : NotThere();

    public Task<IActionResult> OnPostCarryOutAsync(CancellationToken ct) => AfterProofAsync(
        async () =>
        {
            var done = await carryOut.HandleAsync(new(new(Id), new(ActId), Passphrases, Which, await KeptAsync(ct), Receipt), Actor, ct);
            // What was typed to open or make a key is shown to nobody again.
            ModelState.Remove(nameof(Passphrases));
            Passphrases = [];
            return done.File is { } file ? File(file, "text/plain; charset=us-ascii", FileName) : Answer(done.Refusal, Here, "Done.");
        }, ct);

    private string FileName => Act.Kind switch
    {
        KeyActKind.SetKey => "recovery-key.txt",
        KeyActKind.Export => "school-keys.txt",
        _ => "certificate.txt",
    };

    // Before it is asked what was typed: whoever has to prove who they are types passphrases afterwards.
    private async Task<IActionResult> AfterProofAsync(Func<Task<IActionResult>> act, CancellationToken ct) =>
        !await LoadAsync(ct) ? NotThere() : FreshProof.Missing(sessions, this) ?? await act();

    private async Task<string?> KeptAsync(CancellationToken ct)
    {
        if (Kept is not { Length: > 0 and <= LargestFile } file)
        {
            return null;
        }

        using var text = new StreamReader(file.OpenReadStream());
        return await text.ReadToEndAsync(ct);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var (school, id) = (new OrganisationId(Id), new KeyActId(ActId));
        if (await handler.RulesAsync(school, Actor, ct) is not { } rules
            || await db.Set<KeyAct>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.OrganisationId == school, ct) is not { } act)
        {
            return false;
        }

        (Act, State) = (act, act.StateAt(rules.Now));
        Cards = await people.CardsAsync(new[] { act.AskedBy, act.ApprovedBy, act.StoppedBy, act.LetIn }.OfType<PersonId>(), ct);
        return true;
    }
}
