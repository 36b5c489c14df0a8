using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Cases;

/// <summary>Who is in, part by part and until when; letting in, putting out, keeping out.</summary>
[Requires(CasePermissions.LetIn)]
internal sealed class ShowAccessPage(LetInHandler handler, CaseBook book, IKeyVault vault, SchoolPeople people, IPersonDirectory directory) : CasePage
{
    private const int DaysOfGrant = 30;

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public List<string> Parts { get; set; } = [];

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>Part and person of a grant that is ended.</summary>
    [BindProperty]
    public string? Part { get; set; }

    [BindProperty]
    public Guid? Blocked { get; set; }

    [BindProperty]
    public Conflict? Conflict { get; set; }

    public CaseFile Cover { get; private set; } = null!;

    public IReadOnlyList<CasePartKind> Kept { get; private set; } = [];

    public ILookup<string, GrantLine> Grants { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Everybody { get; private set; } = [];

    public bool MayBegin => Actor.Role == Role.Counsellor && Cover.IsOpen && !Grants[CaseParts.Medical.Code].Any();

    public bool MayBlock => MayHere(CasePermissions.Lead);

    private IReadOnlyDictionary<PersonId, PersonCard> Names { get; set; } = new Dictionary<PersonId, PersonCard>();

    public string NameOf(PersonId person) => Names.TryGetValue(person, out var card) ? card.Name : T["somebody who has left"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Until = Today.AddDays(DaysOfGrant);
        return await LoadAsync(ct) ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.HandleAsync(new(Case, Person is { } p ? new PersonId(p) : null, Parts, Until), Actor, Today, ct), () => LoadAsync(ct), $"{Here}/access", "Let in.");

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) => await AnswerAsync(
        await handler.EndAsync(Case, Part, new(Person ?? default), Actor, ct), () => LoadAsync(ct),
        Person == Actor.Person.Value ? "/cases" : $"{Here}/access", "Access has ended. It is gone at the next click.");

    public async Task<IActionResult> OnPostBlockAsync(CancellationToken ct) => await AnswerAsync(
        await handler.BlockAsync(Case, Blocked is { } b ? new PersonId(b) : null, Conflict, Actor, ct), () => LoadAsync(ct), $"{Here}/access", "Kept out. For this person the case does not exist.");

    public async Task<IActionResult> OnPostMedicalAsync(CancellationToken ct)
    {
        var until = new DateTimeOffset(Today.AddYears(OpenCaseHandler.YearsOfLead).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return await AnswerAsync(await handler.BeginMedicalAsync(Case, until, ct), () => LoadAsync(ct), $"{Here}/access", "The medical part is open, to you alone.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if ((await book.MineAsync(ct)).FirstOrDefault(m => m.File.Id == Case) is not { } mine)
        {
            return false;
        }

        Cover = mine.File;
        Kept = await handler.KeptAsync(Case, Actor, ct);
        var lines = await vault.HoldersAsync(Cover.Part(mine.Parts[0]), mine.Parts[0].See, ct);
        Grants = lines.OrderBy(l => l.GrantedAt).ToLookup(l => l.Part, StringComparer.Ordinal);
        Names = await directory.FindAsync([.. lines.SelectMany(l => new[] { l.Person, l.GrantedBy }).Distinct()], ct);
        People = SchoolPeople.Choices(await people.OthersAsync(ct, LetInHandler.Holders));
        Everybody = SchoolPeople.Choices((await people.AllAsync(ct)).Where(p => p.Person != Actor.Person).DistinctBy(p => p.Person));
        return true;
    }
}
