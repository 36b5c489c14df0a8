using System.Globalization;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>
/// Papers of the made-up city: a signed sheet and figures of the meeting held last, whose item was carried over with them; a plan
/// to read and an address for the next.
/// </summary>
internal sealed class DemoPapers(AppDbContext db, DemoSpeakers speakers, FileStore store, TimeProvider clock) : IDemoPart
{
    public int Order => 42;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("meetings", out _) || await speakers.CoordinatorAsync(city, ct) is not { Network: { } network } coordinator)
        {
            return;
        }

        var last = await db.Set<Meeting>().Where(m => m.NetworkId == network && m.State == MeetingState.Closed).OrderByDescending(m => m.StartsAt).FirstOrDefaultAsync(ct);
        if (last is null || await db.Set<Meeting>().Where(m => m.SeriesId == last.SeriesId && m.State == MeetingState.Open).OrderBy(m => m.StartsAt).FirstOrDefaultAsync(ct) is not { } next)
        {
            return;
        }

        var held = new ClockAt(last.EndsAt);
        var carried = await CarryAsync(last, next, coordinator, ct);
        await FileAsync(last, carried, PaperKind.Paper, "Waiting times by month.csv", Encoding.UTF8.GetBytes("month;days to a first talk\nSeptember;11\nOctober;17\nNovember;14\n"), coordinator, held, ct);
        await FileAsync(last, null, PaperKind.SignedSheet, "Signatures of " + last.Day.ToString("d MMMM", CultureInfo.InvariantCulture) + ".pdf", Page("Attendance", "Signed by hand at the table."), coordinator, held, ct);
        await FileAsync(next, null, PaperKind.Paper, "Plan of the spring term.pdf", Page("Plan of the spring term", "Three meetings, one training day, one open morning.", "Please read before the meeting."), coordinator, clock, ct);
        db.Add(MeetingPaper.BringLink(next, null, "Opening hours of the youth club", "https://youthclub.example/hours", coordinator, clock).Paper!);
        db.Record("paper.brought", next.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An item for which there was no time, where it was before.</summary>
    private async Task<AgendaItemId> CarryAsync(Meeting last, Meeting next, Actor coordinator, CancellationToken ct)
    {
        var left = AgendaItem.Add(last, last.SeriesId, last.NetworkId, await EndAsync(last, ct), new("How long families wait for a first talk", null, "The coordinator", 10), coordinator.Name, clock).Item!;
        db.Add(left);
        db.Add(left.CarryTo(next, await EndAsync(next, ct), Carrying.Moved, coordinator.Name, clock).Next!);
        return left.Id;
    }

    private async Task<int> EndAsync(Meeting meeting, CancellationToken ct) => 1 + (await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).MaxAsync(i => (int?)i.Position, ct) ?? 0);

    private async Task FileAsync(Meeting meeting, AgendaItemId? item, PaperKind kind, string name, byte[] content, Actor by, TimeProvider then, CancellationToken ct)
    {
        var file = FileFormat.Look(new(name, content), null).File!;
        using var stream = new MemoryStream(content, writable: false);
        db.Add(MeetingPaper.BringFile(meeting, item, kind, file, await store.AddAsync(stream, name, file.Format.ContentType, ct), by, then));
    }

    /// <summary>One page with these lines, as small as a PDF can be.</summary>
    private static byte[] Page(params string[] lines)
    {
        var words = "BT /F1 14 Tf 72 770 Td 24 TL " + string.Concat(lines.Select(l => $"({l}) Tj T* ")) + "ET";
        string[] parts =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
            $"<</Length {words.Length}>>\nstream\n{words}\nendstream",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < parts.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{parts[i]}\nendobj\n");
        }

        var end = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {parts.Length + 1}\n{table}trailer\n<</Size {parts.Length + 1}/Root 1 0 R>>\nstartxref\n{end}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private sealed class ClockAt(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
