using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

/// <summary>An organisation's typical week and its school years, for the members of its networks.</summary>
[Requires(NetworksPermissions.SeeOrganisation)]
internal sealed class ShowTimesModel(AppDbContext db, ISchoolTimes book, TimeProvider clock) : TimesPage(db)
{
    /// <summary>The school year shown; 0: the running one.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    public SchoolTimesCard Card { get; private set; } = null!;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<SchoolDates> Dates { get; private set; } = [];

    /// <summary>The day it is there.</summary>
    public new DateOnly Today => clock.Today(Organisation.Zone);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotThere();
        }

        Card = (await book.OfAsync([Organisation.Id], ct))[0];
        var now = Times.YearAt(Today);
        Years = [.. Card.Dates.Select(d => Times.YearAt(d.From)).Append(now).Append(now + 1).Distinct().OrderDescending()];
        Year = Years.Contains(Year) ? Year : now;
        Dates = [.. Card.Dates.Where(d => Times.YearAt(d.From) == Year)];
        return Page();
    }
}
