using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

/// <summary>Typical days of two or more members side by side: what they have in common now, in summer and in the odd weeks.</summary>
[Requires(NetworksPermissions.SeeOrganisation)]
internal sealed class CompareDaysModel(INetworkDirectory networks, ISchoolTimes book) : NetworkPage
{
    public const int Most = 6;

    [BindProperty(SupportsGet = true, Name = "school")]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The zone of a place outside the network, such as a partner that has not joined yet.</summary>
    [BindProperty(SupportsGet = true, Name = "zone")]
    public string? OutsideZone { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DayOfWeek Day { get; set; } = DayOfWeek.Wednesday;

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    public IReadOnlyList<SchoolTimesCard> Members { get; private set; } = [];

    /// <summary>Those compared, the first one's clock is that of the picture.</summary>
    public IReadOnlyList<SchoolTimesCard> Places { get; private set; } = [];

    public IReadOnlyList<DifferenceSpan> Spans { get; private set; } = [];

    public bool Compares => Places.Count > 1;

    public bool TooMany => Chosen.Distinct().Count() + (OutsideZone is null ? 0 : 1) > Most;

    public static IEnumerable<SelectListItem> AllZones { get; } = [.. Zones.All.Select(z => new SelectListItem(z, z))];

    /// <summary>One picture for each set of differences, with the spans it stands for.</summary>
    public IEnumerable<(IReadOnlyList<DifferenceSpan> Spans, DayPicture Picture)> Pictures => Spans
        .GroupBy(s => string.Join(' ', s.Behind), StringComparer.Ordinal)
        .Select(g => ((IReadOnlyList<DifferenceSpan>)[.. g], DayPicture.Of(Places, g.First(), Day, k => T[TimeWords.Of(k)].Value)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        var members = await networks.MembersAsync(network, ct);
        Members = await book.OfAsync([.. members.Where(m => m.Kind == OrganisationKind.School).Select(m => m.Id)], ct);
        OutsideZone = Zones.All.Contains(OutsideZone ?? "", StringComparer.Ordinal) ? OutsideZone : null;
        From ??= Today;
        if (From.Value.Year is < KeepTimesHandler.FirstYear or > KeepTimesHandler.LastYear || !Enum.IsDefined(Day))
        {
            (From, Day) = (Today, DayOfWeek.Wednesday);
        }

        // In the order asked, so that whoever stands first gives the clock.
        var chosen = Chosen.Distinct().Select(id => Members.FirstOrDefault(m => m.School == new OrganisationId(id))).OfType<SchoolTimesCard>().Take(Most).ToList();
        if (OutsideZone is not null && chosen.Count < Most)
        {
            chosen.Add(Outside(OutsideZone));
        }

        Places = [.. chosen.Where(p => p.HasTold)];
        Spans = Compares ? DayOverlap.Year(Places, From.Value) : [];
        return Page();
    }

    public bool IsChosen(SchoolTimesCard member) => Chosen.Contains(member.School.Value);

    // An assumed day, said to be assumed on the page.
    private SchoolTimesCard Outside(string zone) => new(default, T["Elsewhere, assumed 8 to 18"].Value, zone, true, [DayOfWeek.Saturday, DayOfWeek.Sunday],
    [
        .. TimeWords.Week.Take(5).SelectMany(d => new[]
        {
            new DayPart(d, DayPartKind.Lesson, new(8, 0), new(15, 0), ""), new DayPart(d, DayPartKind.Staff, new(8, 0), new(18, 0), ""),
        }),
    ], []);
}
