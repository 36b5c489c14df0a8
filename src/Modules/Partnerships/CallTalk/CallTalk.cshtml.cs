using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class CallTalkPage(AppDbContext db, PartnershipDoor door, CallTalkHandler handler, TimeProvider clock) : PartnershipPage
{
    private const int MostPast = 20;

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public TimeOnly? Time { get; set; }

    [BindProperty]
    public int? Minutes { get; set; } = 45;

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public Guid? Which { get; set; }

    /// <summary>The question whose form is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public Guid? Ask { get; set; }

    [BindProperty]
    public SideAnswer? Answer { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Talk> Coming { get; private set; } = [];

    public IReadOnlyList<Talk> Past { get; private set; } = [];

    private IReadOnlyList<SideAsk> Asks { get; set; } = [];

    public Guid? Shown => Ask ?? Coming.Select(MayAnswer).FirstOrDefault(a => a?.Ask.Answer == SideAnswer.Waiting)?.Ask.Id.Value;

    public SideAsk? AskOf(Talk talk, Party side) => Asks.FirstOrDefault(a => a.AboutId == talk.Id && a.PartyId == side.Id);

    /// <summary>The own side's question, else one of a side that has nobody with an account.</summary>
    public (SideAsk Ask, Party Side)? MayAnswer(Talk talk)
    {
        var mine = View.Parties.Where(p => KeepPartiesHandler.MayKeep(View, p)).OrderByDescending(p => p.Id == View.Own!.Id)
            .Select(p => (Ask: AskOf(talk, p), Side: p)).FirstOrDefault(a => a.Ask is not null);
        return mine.Ask is null ? null : (mine.Ask, mine.Side);
    }

    public string Now(Party side) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.TryFindSystemTimeZoneById(side.Zone, out var zone) ? zone : TimeZoneInfo.Utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string LanguageOf(Party side) => CultureInfo.GetCultureInfo(side.Language).NativeName;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.CallAsync(new(Id), new(Day, Time, Minutes, How, About), Actor, ct), () => LoadAsync(ct), $"{Here}/talks", "Called. Every other side is asked.");

    public async Task<IActionResult> OnPostCallOffAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.CallOffAsync(new(Id), new(Which ?? default), Actor, ct), () => LoadAsync(ct), $"{Here}/talks", "Called off. Who was written to is told.");

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.AnswerAsync(new(Id), new(Ask ?? default), Answer, Words, Actor, ct), () => LoadAsync(ct), $"{Here}/talks", "Written down.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        var now = clock.GetUtcNow();
        var talks = await db.Set<Talk>().AsNoTracking().Where(t => t.PartnershipId == view.Partnership.Id).OrderByDescending(t => t.StartsAt).ThenBy(t => t.Id).Take(MostPast + MostPast).ToListAsync(ct);
        Coming = [.. talks.Where(t => t.CalledOffAt is null && t.StartsAt.AddMinutes(t.Minutes) >= now).Reverse()];
        Past = [.. talks.Except(Coming).Take(MostPast)];
        Asks = await db.Set<SideAsk>().AsNoTracking().Where(a => a.PartnershipId == view.Partnership.Id && a.For == AskedFor.Talk).ToListAsync(ct);
        return true;
    }
}
