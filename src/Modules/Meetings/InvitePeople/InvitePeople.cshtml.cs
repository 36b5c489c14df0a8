using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Plan)]
internal sealed class InvitePeoplePage(AppDbContext db, MeetingDoor door, InvitePeopleHandler handler, INetworkDirectory networks, TimeProvider clock) : MeetingPage
{
    private const int MostDates = 12;

    [BindProperty]
    public List<Guid> Posts { get; set; } = [];

    [BindProperty]
    public Part Part { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    /// <summary>The one meeting they are asked to; empty: the whole series.</summary>
    [BindProperty]
    public Guid? Only { get; set; }

    /// <summary>The coming meetings to choose one from.</summary>
    public IReadOnlyList<SelectListItem> Dates { get; private set; } = [];

    public MeetingSeries Series { get; private set; } = null!;

    /// <summary>People of the network who are not asked yet, by organisation.</summary>
    public IReadOnlyList<IGrouping<string, PostCard>> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.HandleAsync(new(Id), [.. Posts.Select(p => new PostId(p))], Part, OnlyMeeting, Actor, ct), () => LoadAsync(ct), $"/meetings/series/{Id}", "Invited, each with one mail.");

    public async Task<IActionResult> OnPostGuestAsync(CancellationToken ct) => await AnswerAsync(
        await handler.AskGuestAsync(new(Id), new(Name, Address, Organisation), OnlyMeeting, Actor, ct), () => LoadAsync(ct), $"/meetings/series/{Id}", "{0} is invited as a guest.", Name ?? "");

    private MeetingId? OnlyMeeting => Only is { } one ? new MeetingId(one) : null;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.FindAsync(new MeetingSeriesId(Id), Actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return false;
        }

        Series = series;
        var now = clock.GetUtcNow();
        var coming = await db.Set<Meeting>().AsNoTracking().Where(m => m.SeriesId == series.Id && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open))
            .OrderBy(m => m.StartsAt).Take(MostDates).ToListAsync(ct);
        Dates = series.Rhythm == Rhythm.Once ? [] : [.. coming.Select(m => new SelectListItem(MeetingTimes.Words(m.StartsAt, m.Minutes, Actor.Zone, T), m.Id.ToString()))];
        var asked = (await db.Set<Invitation>().AsNoTracking().Where(i => i.SeriesId == series.Id && i.RevokedAt == null && i.PersonId != null && i.OnlyMeeting == null).Select(i => i.PersonId).ToListAsync(ct)).ToHashSet();
        Others = PeopleToChoose.From((await networks.PostsInAsync(series.NetworkId, ct)).Where(p => !asked.Contains(p.Person)));
        return true;
    }
}
