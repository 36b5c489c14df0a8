using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>What is typed about papers: the title counts where one file is chosen.</summary>
/// <param name="Item">The item of the agenda they belong to; null: the meeting as a whole.</param>
internal sealed record PaperWords(string? Title, AgendaItemId? Item);

/// <summary>Brings papers to a meeting and takes them away, until its minutes are approved; a signed sheet belongs to the attendance and closes with it.</summary>
internal sealed class KeepPapersHandler(AppDbContext db, MeetingDoor door, FileStore store, PaperBook book, TimeProvider clock)
{
    public static readonly Refusal NoItem = new("paper.no-item", "This item is not on the agenda any more. Choose again.", "Item");
    public static readonly Refusal NotYours = new("paper.not-yours", "Somebody of the organisation that brought it, or a coordinator, removes it.");

    public async Task<Refusal?> BringAsync(MeetingId id, PaperWords words, IReadOnlyList<ChosenFile> files, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await OpenAsync(id, words.Item, files.Count, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var (brought, unfit) = Look(files, files.Count == 1 ? words.Title : null);
        if (unfit is not null)
        {
            return unfit;
        }

        foreach (var file in brought)
        {
            db.Add(await KeepAsync(meeting, words.Item, PaperKind.Paper, file, actor, ct));
        }

        return await db.TrySaveAsync("paper.brought", id.Value, ct);
    }

    public async Task<Refusal?> BringLinkAsync(MeetingId id, PaperWords words, string? link, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await OpenAsync(id, words.Item, 1, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var (paper, unfit) = MeetingPaper.BringLink(meeting, words.Item, words.Title, link, actor, clock);
        if (paper is null)
        {
            return unfit;
        }

        db.Add(paper);
        return await db.TrySaveAsync("paper.brought", id.Value, ct);
    }

    /// <summary>The list signed on paper, as a photo or a scan. After the meeting has closed with a reason that stays in the log.</summary>
    public async Task<Refusal?> BringSheetAsync(MeetingId id, IReadOnlyList<ChosenFile> files, string? reason, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await HeldAsync(id, files.Count, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var (brought, unfit) = Look(files, null);
        if ((unfit is { } no ? no with { Field = "Sheets" } : brought.FirstOrDefault(f => !f.Format.FitsSheet) is { } other ? MeetingPaper.NotASheet with { Values = [other.Title + other.Format.Ending] } : null) is { } bad)
        {
            return bad;
        }

        foreach (var file in brought)
        {
            if (meeting.State == MeetingState.Closed)
            {
                var (row, noReason) = Correction.Log(meeting, MeetingPaper.AboutSheet, "", file.Title, reason, actor.Name, clock);
                if (row is null)
                {
                    return noReason;
                }

                db.Add(row);
            }

            db.Add(await KeepAsync(meeting, null, PaperKind.SignedSheet, file, actor, ct));
        }

        return await db.TrySaveAsync("attendance.sheet-brought", id.Value, ct);
    }

    public async Task<Refusal?> RemoveAsync(MeetingId id, MeetingRowId paper, string? reason, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Append, ct) is not { } meeting
            || await db.Set<MeetingPaper>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == paper && p.MeetingId == id, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        if (found.Owner != actor.Organisation && !door.May(actor, MeetingsPermissions.Plan))
        {
            return NotYours;
        }

        if (await IsFixedAsync(id, ct))
        {
            return MeetingPaper.Fixed;
        }

        if (!found.IsSheet || meeting.State != MeetingState.Closed)
        {
            return await book.RemoveAsync(found, null, actor, ct);
        }

        var (row, refusal) = Correction.Log(meeting, MeetingPaper.AboutSheet, found.Title, "", reason, actor.Name, clock);
        return row is null ? refusal : await book.RemoveAsync(found, row, actor, ct);
    }

    private static (IReadOnlyList<BroughtFile> Files, Refusal? Refusal) Look(IReadOnlyList<ChosenFile> files, string? title)
    {
        if (title?.Trim().Length > MeetingPaper.LongestTitle)
        {
            return ([], MeetingPaper.NoTitle);
        }

        var looked = files.Select(f => FileFormat.Look(f, title)).ToList();
        return looked.Find(l => l.Refusal is not null).Refusal is { } refusal ? ([], refusal) : ([.. looked.Select(l => l.File!)], null);
    }

    private async Task<MeetingPaper> KeepAsync(Meeting meeting, AgendaItemId? item, PaperKind kind, BroughtFile file, Actor actor, CancellationToken ct)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var stored = await store.AddAsync(content, file.Title + file.Format.Ending, file.Format.ContentType, ct);
        return MeetingPaper.BringFile(meeting, item, kind, file, stored, actor, clock);
    }

    private async Task<(Meeting? Meeting, Refusal? Refusal)> OpenAsync(MeetingId id, AgendaItemId? item, int count, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Append, ct) is not { } meeting || actor.Organisation is null)
        {
            return (null, MeetingDoor.Gone);
        }

        var refusal = meeting.State == MeetingState.Cancelled ? Meeting.IsCancelled
            : await IsFixedAsync(id, ct) ? MeetingPaper.Fixed
            : item is { } of && !await db.Set<AgendaItem>().AnyAsync(i => i.Id == of && i.MeetingId == id, ct) ? NoItem
            : await CountAsync(id, count, "Files", ct);
        return refusal is null ? (meeting, null) : (null, refusal);
    }

    private async Task<(Meeting? Meeting, Refusal? Refusal)> HeldAsync(MeetingId id, int count, Actor actor, CancellationToken ct) =>
        await door.FindAsync(id, actor, MeetingsPermissions.Append, ct) switch
        {
            null => (null, MeetingDoor.Gone),
            _ when actor.Organisation is null => (null, MeetingDoor.Gone),
            { State: MeetingState.Draft or MeetingState.Open } => (null, Meeting.NotStarted),
            { State: MeetingState.Cancelled } => (null, Meeting.IsCancelled),
            var meeting => await CountAsync(id, count, "Sheets", ct) is { } refusal ? (null, refusal) : (meeting, null),
        };

    private async Task<Refusal?> CountAsync(MeetingId id, int count, string field, CancellationToken ct) =>
        count == 0 ? FileFormat.NoFile with { Field = field }
        : count > FileFormat.MostAtOnce ? FileFormat.AtOnce with { Field = field }
        : count + await db.Set<MeetingPaper>().CountAsync(p => p.MeetingId == id, ct) > MeetingPaper.MostOfMeeting ? MeetingPaper.TooMany with { Field = field }
        : null;

    private Task<bool> IsFixedAsync(MeetingId id, CancellationToken ct) => db.Set<Minutes>().AnyAsync(m => m.MeetingId == id && m.State == MinutesState.Approved, ct);
}
