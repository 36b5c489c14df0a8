using System.Globalization;
using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace Causeway.Meetings;

/// <summary>What a person types about a series.</summary>
internal sealed class SeriesForm
{
    public string? Title { get; set; }

    public MeetingKind Kind { get; set; }

    public MeetingAudience Audience { get; set; }

    public string? Zone { get; set; }

    public DateOnly? FirstDay { get; set; }

    public string? Time { get; set; }

    public int? Minutes { get; set; }

    public Rhythm Rhythm { get; set; } = Rhythm.MonthlyNth;

    public int? Interval { get; set; }

    public DateOnly? Until { get; set; }

    public int? Count { get; set; }

    public string? Place { get; set; }

    public string? Link { get; set; }

    public string? Template { get; set; }

    public bool EverySchool { get; set; } = true;

    public FirstInvited Invited { get; set; } = FirstInvited.Leads;

    public SeriesDetails Details => new(Title ?? "", Place, Link, Template, EverySchool ? 1 : 0);

    public SeriesTiming Timing => new(Zone ?? "", FirstDay, TimeOf(Time), Minutes, Rhythm, Interval, Until, Count);

    public static TimeOnly? TimeOf(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

[Requires(MeetingsPermissions.Plan)]
internal sealed class PlanSeriesPage(PlanSeriesHandler handler, TimeProvider clock) : MeetingPage
{
    [BindProperty]
    public SeriesForm Input { get; set; } = new();

    /// <summary>Every zone that people look for: named by a region and a city.</summary>
    public static IEnumerable<SelectListItem> Zones { get; } =
        [.. DateTimeZoneProviders.Tzdb.Ids.Where(z => z.Contains('/', StringComparison.Ordinal) && !z.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(z => new SelectListItem(z, z))];

    /// <param name="kind">Whose usual agenda the template begins with.</param>
    public IActionResult OnGet(MeetingKind kind)
    {
        if (Actor.Network is null)
        {
            return NotThere();
        }

        Input = new SeriesForm
        {
            Kind = kind,
            Audience = kind == MeetingKind.Pupil ? MeetingAudience.Mixed : MeetingAudience.Staff,
            Zone = Actor.Zone,
            FirstDay = clock.Today(Actor.Zone).AddDays(14),
            Time = "16:00",
            Minutes = 60,
            Interval = 1,
            Template = AgendaTemplate.Default(kind),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.HandleAsync(new PlanSeries(Input.Kind, Input.Audience, Input.Details, Input.Timing, Input.Invited), Actor, ct);
        return refusal is null ? Done($"/meetings/series/{id}", "Planned. The meetings are laid out and the first one is open.") : Answer(refusal);
    }
}
