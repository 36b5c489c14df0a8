using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Meetings;

/// <summary>Whom the plan asks at once; others are added by name afterwards.</summary>
internal enum FirstInvited
{
    Nobody,
    Leads,
    LeadsAndCounsellors,
}

internal sealed record PlanSeries(MeetingKind Kind, MeetingAudience Audience, SeriesDetails Details, SeriesTiming Timing, FirstInvited Invited);

/// <summary>A series comes into being with its meetings laid out, the first one open, and its people asked: one commit.</summary>
internal sealed class PlanSeriesHandler(AppDbContext db, MeetingDoor door, SeriesWork work, InvitePeopleHandler people, ClashBook clashes)
{
    public async Task<(MeetingSeriesId Id, Refusal? Refusal)> HandleAsync(PlanSeries command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, MeetingsPermissions.Plan))
        {
            return (default, MeetingDoor.Gone);
        }

        var (series, refusal) = MeetingSeries.Plan(network, command.Kind, command.Audience, command.Details, command.Timing, actor.Person, work.Clock);
        if (series is null || (refusal = SeriesDays.Unsafe(series)) is not null)
        {
            return (default, refusal);
        }

        if (await clashes.PupilsAsync(series, ClashBook.DatesOf(series), ct) is { } outside)
        {
            return (default, outside);
        }

        db.Add(series);
        var fresh = work.LayOut(series);
        await work.OpenNextAsync(series, fresh, ct);
        await work.OrderRoundAsync(series, ct);
        await people.AskAsync(series, command.Invited, ct);
        db.Record("series.planned", series.Id.Value);
        return (series.Id, await db.TrySaveAsync(ct));
    }
}
