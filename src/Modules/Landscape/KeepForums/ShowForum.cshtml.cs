using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ShowForumModel(ForumBook book, INetworkDirectory networks, KeepForumsHandler handler) : LandscapePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SeatForm Seat { get; set; } = new();

    [BindProperty]
    public ForumDayForm Meeting { get; set; } = new();

    public ForumView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostSeatAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.SeatAsync(new(Id), Seat, Actor, ct), () => LoadAsync(ct), $"/landscape/forums/{Id}", "The seat is given.");

    public async Task<IActionResult> OnPostDayAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.DayAsync(new(Id), Meeting, Actor, ct), () => LoadAsync(ct), $"/landscape/forums/{Id}", "Written down.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See) || (await book.ReadAsync(Actor.Network!.Value, Today, ct)).FirstOrDefault(v => v.Forum.Id.Value == Id) is not { } view)
        {
            return false;
        }

        View = view;
        People =
        [
            .. (await networks.PostsInAsync(Actor.Network!.Value, ct)).Where(p => p.Role is not Role.Outsider and not Role.PartnerContact).DistinctBy(p => p.Person)
                .OrderBy(p => p.PersonName, StringComparer.CurrentCulture).Select(p => new SelectListItem($"{p.PersonName}, {p.OrganisationName}", p.Person.ToString())),
        ];
        return true;
    }
}
