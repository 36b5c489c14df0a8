using System.IO.Compression;
using System.Text;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>
/// What a school takes home from the meetings of a network it leaves, and which of its papers stay. Sheets that people of
/// other schools signed are the network's record and stay in any case.
/// </summary>
internal sealed class LeavingMeetings(AppDbContext db, MeetingsOfSchool book, FileStore store, TimeProvider clock) : IDataToHandBack, IOnLeavingNetwork
{
    public string FileName => "meetings.zip";

    public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
    {
        var attended = await book.AttendedAsync(organisation, network, ct);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await ListAsync(zip, "meetings.csv", MeetingsOfSchool.Meetings(attended), ct);
        await ListAsync(zip, "answers.csv", await book.AnswersAsync(organisation, network, ct), ct);
        await ListAsync(zip, "attendance.csv", await book.AttendanceAsync(organisation, network, ct), ct);
        await ListAsync(zip, "decisions.csv", await book.DecisionsAsync(attended, ct), ct);
        await ListAsync(zip, "actions.csv", await book.ActionsAsync(organisation, network, ct), ct);
        var number = 0;
        foreach (var (meeting, minutes, corrections) in await book.MinutesAsync(attended, ct))
        {
            await MinutesAsync(zip, $"minutes/{Name(++number, meeting, meeting.Title)}.txt", meeting, minutes, corrections, ct);
        }

        await PapersAsync(zip, await book.PapersAsync(organisation, network, ct), ct);
    }

    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        if (leaveBehind)
        {
            return;
        }

        foreach (var paper in await db.Set<MeetingPaper>().Where(p => p.NetworkId == network && p.Owner == organisation && p.Kind == PaperKind.Paper).ToListAsync(ct))
        {
            db.Remove(paper);
            if (paper.FileId is { } file)
            {
                await store.RemoveAsync(file, ct);
            }
        }

        db.Record("meeting-papers.taken-back", organisation.Value);
    }

    private async Task PapersAsync(ZipArchive zip, IReadOnlyList<(Meeting Meeting, MeetingPaper Paper)> papers, CancellationToken ct)
    {
        var list = new List<string?[]> { new[] { "day", "meeting", "title", "file_or_address", "brought", "sha256" } };
        foreach (var (meeting, paper) in papers)
        {
            var place = paper.Link;
            if (paper.FileId is { } file)
            {
                place = $"papers/{Name(list.Count, meeting, paper.Title)}{paper.Ending}";
                await using var entry = await Entry(zip, place).OpenAsync(ct);
                await store.ReadAsync(file, entry, ct);
            }

            list.Add([MeetingsOfSchool.Day(meeting.Day), meeting.Title, paper.Title, place, MeetingsOfSchool.Moment(paper.At), paper.Sha256]);
        }

        await ListAsync(zip, "papers.csv", list, ct);
    }

    private async Task MinutesAsync(ZipArchive zip, string name, Meeting meeting, Minutes minutes, IReadOnlyList<Correction> corrections, CancellationToken ct)
    {
        await using var text = new StreamWriter(await Entry(zip, name).OpenAsync(ct), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await text.WriteLineAsync($"{minutes.NetworkName}: {meeting.Title}, {MeetingsOfSchool.Day(meeting.Day)}");
        await text.WriteLineAsync($"{minutes.WriterName}; {minutes.ApproverName}, {MeetingsOfSchool.Moment(minutes.ApprovedAt)}; SHA-256 {minutes.Sha256}");
        await text.WriteLineAsync();
        await text.WriteLineAsync(minutes.Text.ReplaceLineEndings("\r\n"));
        foreach (var correction in corrections)
        {
            await text.WriteLineAsync();
            await text.WriteLineAsync($"{MeetingsOfSchool.Moment(correction.At)} {correction.By}: {correction.After} ({correction.Reason})");
        }
    }

    private ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = clock.GetUtcNow();
        return entry;
    }

    private async Task ListAsync(ZipArchive zip, string name, IEnumerable<string?[]> rows, CancellationToken ct)
    {
        await using var text = new StreamWriter(await Entry(zip, name).OpenAsync(ct), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            await text.WriteLineAsync(string.Join(',', row.Select(HandedBackCell.Of)));
        }
    }

    // Letters of any script stay; what a disk may not like is a dash. The number keeps equal names apart.
    private static string Name(int number, Meeting meeting, string title)
    {
        var words = new string([.. title.Select(c => char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        return $"{number:000} {MeetingsOfSchool.Day(meeting.Day)} {(words.Length > 60 ? words[..60] : words)}";
    }
}
