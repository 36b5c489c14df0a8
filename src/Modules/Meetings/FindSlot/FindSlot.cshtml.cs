using System.Globalization;
using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>One fixed time that stays bearable all year: candidates with what they cost whom, and why others are not offered.</summary>
[Requires(MeetingsPermissions.Append)]
internal sealed class FindSlotPage(SlotBook book, INetworkDirectory networks, TimeProvider clock) : MeetingPage
{
    public const int Shown = 8;

    [FromQuery]
    public SlotForm Form { get; set; } = new();

    public IReadOnlyList<OrganisationCard> Schools { get; private set; } = [];

    public IReadOnlyList<IGrouping<string, PostCard>> People { get; private set; } = [];

    public SlotSearch? Search { get; private set; }

    public IReadOnlyList<Slot> Best { get; private set; } = [];

    public Slot? Looked => Form.Look < Best.Count ? Best[Form.Look] : Best.Count > 0 ? Best[0] : null;

    public IReadOnlyList<Clash> Clashes => Looked is { } slot ? SlotBook.Clashes(slot, Search!.Places) : [];

    /// <summary>Why times are not offered, with how many each, the most frequent first.</summary>
    public IEnumerable<(string Why, int Times)> Refused => Search!.Answer.Refused
        .GroupBy(r => (r.Limit, r.Site?.Key)).OrderByDescending(g => g.Count()).Select(g => (Why(g.Key.Limit, g.Key.Key), g.Count()));

    public static IEnumerable<SelectListItem> Rhythms { get; } =
    [
        new("Once a month, any week", nameof(SlotRhythm.Monthly)), new("The first such weekday of the month", nameof(SlotRhythm.First)), new("The second", nameof(SlotRhythm.Second)),
        new("The third", nameof(SlotRhythm.Third)), new("The fourth", nameof(SlotRhythm.Fourth)), new("The last", nameof(SlotRhythm.Last)), new("Every week", nameof(SlotRhythm.Weekly)),
    ];

    public static IEnumerable<SelectListItem> Weekdays { get; } =
        [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday }.Select(d => new SelectListItem(d.ToString(), d.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        // What cannot be read in the address counts as not said.
        ModelState.Clear();
        Form.Settle(Actor.Zone, clock.Today(Actor.Zone));
        Schools = [.. (await networks.MembersAsync(network, ct)).Where(m => m.Kind == OrganisationKind.School)];
        People = PeopleToChoose.From(await networks.PostsInAsync(network, ct));
        Search = await book.FindAsync(Form, network, ct);
        Best = Search is null ? [] : [.. Search.Answer.Slots.Take(Shown)];
        return Page();
    }

    public string PlanUrl(Slot slot) => new PlanStart
    {
        Audience = Form.Pupils ? MeetingAudience.Mixed : MeetingAudience.Staff,
        Zone = slot.Time.ZoneId,
        Day = slot.Dates[0].Original.ToDateOnly(),
        Time = Clock(slot),
        Minutes = Form.Minutes,
        Rhythm = SlotForm.RhythmOf(slot.Time.Rule!),
        Interval = Form.Interval,
    }.Url;

    /// <summary>How a poll takes this candidate over.</summary>
    public static string OptionOf(Slot slot) => string.Create(
        CultureInfo.InvariantCulture, $"{slot.Dates[0].Original.ToDateOnly():yyyy-MM-dd} {Clock(slot)} {SlotForm.RhythmOf(slot.Time.Rule!)}");

    public static string Clock(Slot slot) => slot.Time.Start.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Every month on the second Tuesday, 12:00 (Europe/London)".</summary>
    public string Words(Slot slot) =>
        MeetingWords.Rule(slot.Dates[0].Original.ToDateOnly(), new TimeOnly(slot.Time.Start.Hour, slot.Time.Start.Minute), SlotForm.RhythmOf(slot.Time.Rule!), Form.Interval, slot.Time.ZoneId, T);

    public SlotPlace PlaceOf(SlotSiteView view) => Search!.Places.First(p => p.Key == view.Site.Key);

    private string Why(SlotLimit limit, string? key)
    {
        var name = Search!.Places.FirstOrDefault(p => p.Key == key)?.Name ?? "";
        return limit switch
        {
            SlotLimit.ClockChange => T["The clocks skip or repeat that time on one of the dates in {0}.", Form.Anchor ?? ""].Value,
            SlotLimit.Weekend => T["It would touch the weekend of {0}.", name].Value,
            SlotLimit.OutsideSchoolDay => T["Pupils would meet outside the school day of {0}.", name].Value,
            SlotLimit.Holidays => T["Holidays leave too few dates, most of all those of {0}.", name].Value,
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
    }
}
