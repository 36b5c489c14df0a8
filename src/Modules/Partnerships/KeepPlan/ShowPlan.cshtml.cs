using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class ShowPlanPage(PartnershipDoor door, PlanBook book, KeepPlanHandler handler) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? Year { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public PlanView? Plan { get; private set; }

    public IReadOnlyList<(Party One, Party Two, IReadOnlyList<HoursSpan> Spans)> Hours { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) && (Plan is not null || Year is null) ? Page() : NotThere();

    public Task<IActionResult> OnPostBeginAsync(CancellationToken ct) => PostAsync(by => handler.BeginAsync(by, Today, ct), "Begun. Each part is a page of its own.", ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => PostAsync(by => handler.ConfirmAsync(by, Revision, ct), "Confirmed for your side. A later change asks again.", ct);

    /// <summary>How far the other clock is, in words: zones are always named.</summary>
    public string Clocks(Party two, TimeSpan apart)
    {
        var hours = apart.Duration().ToString("h\\:mm", CultureInfo.InvariantCulture);
        return apart == TimeSpan.Zero ? T["the same time"].Value : apart > TimeSpan.Zero ? T["{0} is {1} hours ahead", two.Name, hours].Value : T["{0} is {1} hours behind", two.Name, hours].Value;
    }

    private async Task<IActionResult> PostAsync(Func<PlanWriter, Task<Refusal?>> act, string message, CancellationToken ct)
    {
        Year = null;
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        return await AnswerAsync(await act(new(view, Actor.Name, null)), () => LoadAsync(ct), $"{Here}/plan", message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        (View, Plan) = (view, await book.FindAsync(view, Year, ct));
        if (Plan is { } plan)
        {
            var first = view.Parties[0];
            Hours = [.. view.Parties.Skip(1).Select(p => (first, p, MeetingHours.Of(plan, first, p, Today)))];
        }

        return true;
    }
}
