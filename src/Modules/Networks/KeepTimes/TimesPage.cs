using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>What the pages of an organisation's times share.</summary>
internal abstract class TimesPage(AppDbContext db) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    protected AppDbContext Db => db;

    public SchoolTimes Times { get; private set; } = null!;

    /// <summary>0: nothing is kept yet.</summary>
    protected int KeptVersion { get; private set; }

    public bool MayKeep => May(NetworksPermissions.EditOrganisation, new(Organisation: new(Id)));

    public string Here => $"/organisations/{Id}/times";

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var id = new OrganisationId(Id);
        if (await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == id, ct) is not { } found)
        {
            return false;
        }

        Organisation = found;
        var kept = await db.Set<SchoolTimes>().AsNoTracking().FirstOrDefaultAsync(t => t.OrganisationId == id, ct);
        (Times, KeptVersion) = (kept ?? SchoolTimes.Begin(id, found.CountryCode), kept?.Version ?? 0);
        return true;
    }
}

/// <summary>English words of days and dates; the localizer's keys.</summary>
internal static class TimeWords
{
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IEnumerable<SelectListItem> Days { get; } = [.. Week.Select(d => new SelectListItem(d.ToString(), d.ToString()))];

    public static IEnumerable<SelectListItem> Parts { get; } = [.. Enum.GetValues<DayPartKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    public static IEnumerable<SelectListItem> Dates { get; } = [.. Enum.GetValues<SchoolDateKind>().Select(k => new SelectListItem(Of(k).Text, k.ToString()))];

    public static IEnumerable<SelectListItem> Months => Enumerable.Range(1, 12)
        .Select(m => new SelectListItem(CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(m), m.ToString(CultureInfo.InvariantCulture)));

    public static string Of(DayPartKind kind) => kind switch
    {
        DayPartKind.Lesson => "Lessons",
        DayPartKind.Break => "Break",
        DayPartKind.AfterSchool => "After school",
        DayPartKind.Staff => "Staff can meet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (string Text, StateKind Kind) Of(SchoolDateKind kind) => kind switch
    {
        SchoolDateKind.Term => ("Term", StateKind.Plain),
        SchoolDateKind.Holiday => ("Holiday", StateKind.New),
        SchoolDateKind.Examination => ("Examinations", StateKind.Wait),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"2026/27", or "2026" where the year of school is that of the calendar.</summary>
    public static string Year(int year, int firstMonth) => firstMonth == 1
        ? year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    public static string Name(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
