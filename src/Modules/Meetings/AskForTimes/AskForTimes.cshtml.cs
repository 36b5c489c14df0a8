using System.Globalization;
using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>One line of the table of times.</summary>
internal sealed class OptionLine
{
    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    public Rhythm Rhythm { get; set; } = Rhythm.Once;

    public bool IsEmpty => Day is null && string.IsNullOrWhiteSpace(Time);

    /// <summary>Reads "2027-01-12 12:00 MonthlyNth", as the slot finder gives candidates on.</summary>
    public static OptionLine? Read(string text)
    {
        var parts = text.Split(' ');
        return parts.Length == 3 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && SeriesForm.TimeOf(parts[1]) is not null && Enum.TryParse<Rhythm>(parts[2], out var rhythm) && Enum.IsDefined(rhythm)
            ? new() { Day = day, Time = parts[1], Rhythm = rhythm } : null;
    }
}

internal sealed class PollForm
{
    public string? Title { get; set; }

    public string? Zone { get; set; }

    public int? Minutes { get; set; } = 60;

    public int? Interval { get; set; } = 1;

    public MeetingAudience Audience { get; set; }

    public DateOnly? AnswerBy { get; set; }

    public List<OptionLine> Options { get; set; } = [];

    public List<Guid> Posts { get; set; } = [];

    public string? Guests { get; set; }
}

/// <summary>What the slot finder gives on.</summary>
internal sealed class PollStart
{
    [FromQuery(Name = "option")]
    public List<string> Options { get; set; } = [];

    [FromQuery(Name = "zone")]
    public string? Zone { get; set; }

    [FromQuery(Name = "minutes")]
    public int? Minutes { get; set; }

    [FromQuery(Name = "interval")]
    public int? Interval { get; set; }

    [FromQuery(Name = "pupils")]
    public bool Pupils { get; set; }

    [FromQuery(Name = "school")]
    public List<Guid> Schools { get; set; } = [];

    [FromQuery(Name = "post")]
    public List<Guid> Posts { get; set; } = [];
}

[Requires(MeetingsPermissions.Append)]
internal sealed class AskForTimesPage(AskForTimesHandler handler, INetworkDirectory networks, TimeProvider clock) : MeetingPage
{
    private const int DaysToAnswer = 10;

    [BindProperty]
    public PollForm Input { get; set; } = new();

    public IReadOnlyList<IGrouping<string, PostCard>> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] PollStart start, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        ModelState.Clear();
        Input = new PollForm
        {
            Zone = MeetingTimes.IsZone(start.Zone) ? start.Zone : Actor.Zone,
            Minutes = start.Minutes ?? 60,
            Interval = start.Interval ?? 1,
            Audience = start.Pupils ? MeetingAudience.Mixed : MeetingAudience.Staff,
            AnswerBy = clock.Today(Actor.Zone).AddDays(DaysToAnswer),
            Options = [.. start.Options.Select(OptionLine.Read).OfType<OptionLine>().Take(SlotPoll.MostOptions)],
        };
        var schools = start.Schools.Select(s => new OrganisationId(s)).ToHashSet();
        Input.Posts = [.. People.SelectMany(g => g).Where(p => start.Posts.Contains(p.Id.Value)
            || (schools.Contains(p.Organisation) && p.Role is Role.SafeguardingLead or Role.NetworkCoordinator)).Select(p => p.Id.Value)];
        Grow(Input.Options.Count == 0 ? 4 : 1);
        return Page();
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Grow(3);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var options = Input.Options.Where(o => !o.IsEmpty).Select(o => new TypedOption(o.Day, SeriesForm.TimeOf(o.Time), o.Rhythm)).ToList();
        var terms = new PollTerms(Input.Title, Input.Zone ?? "", Input.Minutes, Input.Interval, Input.Audience, Input.AnswerBy);
        var (id, refusal) = await handler.HandleAsync(new AskForTimes(terms, options, [.. Input.Posts.Select(p => new PostId(p))], Input.Guests), Actor, ct);
        return refusal is null ? Done($"/meetings/polls/{id}", "Asked. Everybody gets one mail with a link.") : Answer(refusal);
    }

    private void Grow(int by)
    {
        for (var i = 0; i < by && Input.Options.Count < SlotPoll.MostOptions; i++)
        {
            Input.Options.Add(new() { Rhythm = Input.Options.LastOrDefault()?.Rhythm ?? Rhythm.Once });
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return false;
        }

        People = PeopleToChoose.From(await networks.PostsInAsync(network, ct));
        return true;
    }
}
