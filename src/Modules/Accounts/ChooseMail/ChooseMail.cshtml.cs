using System.Globalization;
using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Accounts;

/// <summary>The mail of the day: whether, when, in which language, about what.</summary>
[Requires(AccountsPermissions.Own)]
internal sealed class ChooseMailModel(ChooseMailHandler handler, IEnumerable<IModule> modules) : CausewayPage
{
    public const string Path = "/account/mail";
    private const string SchoolDays = "school";
    private const string OwnDays = "own";

    [BindProperty]
    public bool Wanted { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public List<DayOfWeek> Days { get; set; } = [];

    [BindProperty]
    public List<string> Kinds { get; set; } = [];

    [BindProperty]
    public string? Zone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public string Address { get; private set; } = "";

    public IEnumerable<SelectListItem> Zones => TimeZones.Items(Zone);

    public IReadOnlyList<WorkKind> Stoppable => [.. AccountsWork.Of(modules).Where(k => !k.Protects)];

    public IReadOnlyList<WorkKind> Fixed => [.. AccountsWork.Of(modules).Where(k => k.Protects)];

    public static IEnumerable<SelectListItem> Times => Enumerable.Range(0, 48).Select(i => new TimeOnly(0, 0).AddMinutes(i * 30).ToString("HH:mm", CultureInfo.InvariantCulture)).Select(t => new SelectListItem(t, t));

    public IEnumerable<SelectListItem> Week
    {
        get
        {
            var names = CultureInfo.CurrentCulture.DateTimeFormat;
            return Enumerable.Range(0, 7).Select(i => (DayOfWeek)(((int)names.FirstDayOfWeek + i) % 7))
                .Select(d => new SelectListItem(names.GetDayName(d), d.ToString(), Days.Contains(d)));
        }
    }

    public IEnumerable<SelectListItem> KindItems => Stoppable.Select(k => new SelectListItem(k.Name, k.Code, Kinds.Contains(k.Code)));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, choice) = await handler.ReadAsync(Actor.Person, ct);
        (Address, Zone, Language) = (me.Email, me.Zone, me.Language);
        (Wanted, Time) = (choice.StoppedAt is null, choice.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
        Which = choice.Days is null ? SchoolDays : OwnDays;
        Days = [.. Enum.GetValues<DayOfWeek>().Where(d => choice.Days is { } days ? MailChoice.Has(days, d) : !SchoolWeek.FreeDays(null).Contains(d))];

        // Turned off altogether, the kinds stay as they were, for whoever turns it on again.
        Kinds = [.. Stoppable.Where(k => !choice.Stopped.Contains($" {k.Code} ", StringComparison.Ordinal)).Select(k => k.Code)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new ChooseMail(Wanted, Time, string.Equals(Which, SchoolDays, StringComparison.Ordinal), Days, Kinds, Zone, Language);
        if (await handler.HandleAsync(command, Actor, ct) is not { } refusal)
        {
            return Done(Path, "Saved.");
        }

        Address = (await handler.ReadAsync(Actor.Person, ct)).Me.Email;
        return Refuse(refusal);
    }
}
