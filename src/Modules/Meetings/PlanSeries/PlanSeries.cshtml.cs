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
internal sealed class PlanSeriesPage(PlanSeriesHandler handler, ClashBook book, TimeProvider clock) : MeetingPage
{
    [BindProperty]
    public SeriesForm Input { get; set; } = new();

    /// <summary>Filled by the slot finder or a poll.</summary>
    [BindProperty(SupportsGet = true)]
    public PlanStart Start { get; set; } = new();

    /// <summary>Looked up when asked for; null: not asked yet.</summary>
    public IReadOnlyList<Clash>? Clashes { get; private set; }

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

        kind = Start.Kind ?? kind;
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
        Start.Fill(Input);
        return Page();
    }

    /// <summary>Lists what the dates meet, before anything is planned.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network || !ModelState.IsValid)
        {
            return Actor.Network is null ? NotThere() : Again();
        }

        // The name may still be missing: it says nothing about the dates.
        var details = Input.Details with { Title = string.IsNullOrWhiteSpace(Input.Title) ? "–" : Input.Title };
        var (series, refusal) = MeetingSeries.Plan(network, Input.Kind, Input.Audience, details, Input.Timing, Actor.Person, clock);
        refusal ??= SeriesDays.Unsafe(series!);
        if (refusal is not null)
        {
            return Answer(refusal);
        }

        var dates = ClashBook.DatesOf(series!);
        Clashes = await book.OfAsync(network, dates, ct);
        return await book.PupilsAsync(series!, dates, ct) is { } outside ? Answer(outside) : Page();
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
