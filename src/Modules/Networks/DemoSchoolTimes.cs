using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Networks;

/// <summary>
/// The made-up city's days and terms: last year's, this year's and for some the next one; some end early on Wednesdays,
/// some with clubs, one that has told its day but no dates of this year.
/// </summary>
internal sealed class DemoSchoolTimes(AppDbContext db, DemoCast cast) : IDemoPart
{
    public int Order => 26;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (await cast.SpeakersAsync(city, ct) is not { } speakers)
        {
            return;
        }

        var leads = speakers.Where(s => s.Role == Role.SafeguardingLead).DistinctBy(s => s.Organisation).ToList();
        for (var i = 0; i < leads.Count; i++)
        {
            await cast.EnterAsync(leads[i].Person, ct);
            Tell(city, leads[i], i, i == leads.Count - 1);
            db.Record("times.week-kept", leads[i].Organisation!.Value.Value);
            await db.SaveChangesAsync(ct);
        }
    }

    private void Tell(DemoCity city, Actor lead, int school, bool isBehind)
    {
        var own = lead.Organisation!.Value;
        var clock = cast.On(-60 + school);
        var times = SchoolTimes.Begin(own, null);
        Must(times.Set([DayOfWeek.Saturday, DayOfWeek.Sunday], 8));
        times.Touch(lead, clock);
        db.Add(times);
        var shift = school % 3 * 15;
        void Line(DayOfWeek? day, DayPartKind kind, int from, int to, string title = "") =>
            db.Add(SchoolDayPart.Of(own, day, kind, At(from + shift), At(to + shift), title, clock));
        Line(null, DayPartKind.Lesson, 500, 630);
        Line(null, DayPartKind.Break, 630, 650, "Morning break");
        Line(null, DayPartKind.Lesson, 650, 770);
        Line(null, DayPartKind.Break, 770, 820, "Lunch");
        Line(null, DayPartKind.Lesson, 820, 920);
        Line(null, DayPartKind.AfterSchool, 920, 1000, "Clubs");
        Line(null, DayPartKind.Staff, 480, 1035);
        if (school % 2 == 1)
        {
            // No clubs on Wednesday, and the staff meet.
            Line(DayOfWeek.Wednesday, DayPartKind.AfterSchool, 770, 820, "Home time");
            Line(DayOfWeek.Wednesday, DayPartKind.Staff, 480, 960);
        }

        var year = times.YearAt(city.Today);
        foreach (var of in isBehind ? new[] { year - 1 } : school % 2 == 0 ? [year - 1, year, year + 1] : [year - 1, year])
        {
            db.AddRange(Year(of, school).Select(d => SchoolDate.Of(own, of, d, clock)));
        }

        // So that a meeting of the network falls on it: a training day around the third Tuesday of next month.
        if (!isBehind && school % 2 == 0)
        {
            var month = new DateOnly(city.Today.Year, city.Today.Month, 1).AddMonths(1);
            var tuesday = month.AddDays((((int)DayOfWeek.Tuesday - (int)month.DayOfWeek + 7) % 7) + 14);
            db.Add(SchoolDate.Of(own, times.YearAt(tuesday), new(SchoolDateKind.Examination, "Mock examinations", tuesday.AddDays(-1), tuesday.AddDays(3)), clock));
        }
    }

    private static IEnumerable<SchoolDates> Year(int year, int school)
    {
        DateOnly On(int month, int day) => new(month >= 8 ? year : year + 1, month, day);
        var late = school % 3;
        yield return new(SchoolDateKind.Term, "Autumn term", On(8, 25).AddDays(late), On(12, 18));
        yield return new(SchoolDateKind.Holiday, "Autumn holiday", On(10, 24).AddDays(7 * late), On(10, 31).AddDays(7 * late));
        yield return new(SchoolDateKind.Holiday, "Winter holiday", On(12, 19), On(1, 4).AddDays(late));
        yield return new(SchoolDateKind.Term, "Spring term", On(1, 5).AddDays(late), On(3, 26));
        yield return new(SchoolDateKind.Holiday, "Spring holiday", On(3, 27), On(4, 11).AddDays(late));
        yield return new(SchoolDateKind.Term, "Summer term", On(4, 12).AddDays(late), On(6, 30));
        yield return new(SchoolDateKind.Examination, "Final examinations", On(5, 3).AddDays(7 * late), On(5, 21));
        yield return new(SchoolDateKind.Holiday, "Summer holiday", On(7, 1), On(7, 31).AddDays(late));
    }

    private static TimeOnly At(int minute) => new(minute / 60, minute % 60);
}
