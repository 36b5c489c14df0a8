using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings.Tests;

/// <summary>Tells days and dates of the small world's schools through their own pages.</summary>
internal static class TimesWorld
{
    /// <summary>The rows of all tables, their cells with a blank between.</summary>
    public static IReadOnlyList<string> Rows(this TestPage page) =>
    [
        .. page.Document.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("th, td").SelectMany(c => c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))),
    ];

    /// <summary>Lessons from 8:00 to 15:00, staff until 17:00, on weekdays.</summary>
    public static async Task TellWeekAsync(this TestApp app, string lead, string school)
    {
        using var browser = await app.AsAsync(lead);
        (await (await browser.OpenAsync($"/organisations/{app.Organisation(school)}/times/week")).Form()
            .Set("Lines[0].From", "08:00").Set("Lines[0].To", "15:00").Set("Lines[4].From", "08:00").Set("Lines[4].To", "17:00")
            .PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    public static async Task TellDateAsync(this TestApp app, string lead, string school, SchoolDateKind kind, string title, DateOnly from, DateOnly to)
    {
        using var browser = await app.AsAsync(lead);
        var form = (await browser.OpenAsync($"/organisations/{app.Organisation(school)}/times/{(from.Month >= 8 ? from.Year : from.Year - 1)}")).Form();
        var free = form.Fields.Where(f => f.Key.EndsWith(".Title", StringComparison.Ordinal)).First(f => f.Value.Length == 0).Key[..^6];
        (await form.Set(free + ".Title", title).Set(free + ".Kind", kind.ToString()).Set(free + ".From", MeetingWorld.Day(from)).Set(free + ".To", MeetingWorld.Day(to))
            .PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }
}
