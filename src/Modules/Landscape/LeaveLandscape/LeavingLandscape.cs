using System.Globalization;
using System.Text;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>
/// What a school wrote into the network's landscape: it takes a copy along, and what it does not agree to leave behind loses its
/// words. Its participation plans are its own and go nowhere; only their counts leave the network.
/// </summary>
internal sealed class LeavingLandscape(AppDbContext db, TimeProvider clock) : IDataToHandBack, IOnLeavingNetwork
{
    public string FileName => "landscape.csv";

    public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync("\"what\",\"day\",\"title\",\"words\"");
        foreach (var note in await Notes(organisation, network).AsNoTracking().ToListAsync(ct))
        {
            await text.WriteLineAsync(Row("practice note", note.SeenOn, note.Locality, $"{note.OnPaper}\n{note.InPractice}\n{note.Meanwhile}"));
        }

        foreach (var e in await Engagements(organisation, network).AsNoTracking().ToListAsync(ct))
        {
            await text.WriteLineAsync(Row(LandscapeWords.Of(e.Kind), e.On, e.Office, $"{e.About}\n{e.Outcome}"));
        }

        foreach (var m in await Mechanisms(organisation, network).AsNoTracking().ToListAsync(ct))
        {
            await text.WriteLineAsync(Row("community way", m.SpokenOn, m.Name, $"{m.DoNoHarm}\n{m.FormalRoute}"));
        }

        foreach (var a in await Assessments(organisation, network).AsNoTracking().ToListAsync(ct))
        {
            await text.WriteLineAsync(Row("community assessment", a.BegunOn, a.Area, string.Join('\n', a.Purpose, a.Services, a.Barriers, a.Findings, a.Priorities, a.TheySaid)));
            foreach (var line in await db.Set<AssessmentLine>().AsNoTracking().Where(l => l.AssessmentId == a.Id).OrderBy(l => l.Id).ToListAsync(ct))
            {
                await text.WriteLineAsync(Row(AssessmentWords.Of(line.Kind), line.DueOn ?? a.BegunOn, line.Text, line.How));
            }
        }
    }

    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<ParticipationCount>().Where(c => c.NetworkId == network && c.School == organisation).ToListAsync(ct));
        if (!leaveBehind)
        {
            (await Notes(organisation, network).ToListAsync(ct)).ForEach(n => n.TakeBack(clock.GetUtcNow()));
            db.RemoveRange(await Engagements(organisation, network).ToListAsync(ct));
            db.RemoveRange(await Mechanisms(organisation, network).ToListAsync(ct));
            db.RemoveRange(await Assessments(organisation, network).ToListAsync(ct));
        }

        db.Record(leaveBehind ? "landscape.left-behind" : "landscape.taken-back", organisation.Value);
    }

    private IQueryable<PracticeNote> Notes(OrganisationId school, NetworkId network) =>
        db.Set<PracticeNote>().Where(n => n.NetworkId == network && n.School == school && n.TakenBackAt == null);

    private IQueryable<OfficialEngagement> Engagements(OrganisationId school, NetworkId network) =>
        db.Set<OfficialEngagement>().Where(e => e.NetworkId == network && e.School == school);

    private IQueryable<InformalMechanism> Mechanisms(OrganisationId school, NetworkId network) =>
        db.Set<InformalMechanism>().Where(m => m.NetworkId == network && m.School == school);

    private IQueryable<CommunityAssessment> Assessments(OrganisationId school, NetworkId network) =>
        db.Set<CommunityAssessment>().Where(a => a.NetworkId == network && a.School == school);

    private static string Row(string what, DateOnly day, string title, string words) =>
        string.Join(',', new[] { what, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), title, words.Trim() }.Select(Cell));

    // A spreadsheet must not take a text for a formula.
    private static string Cell(string text) => "\"" + (text.Length > 0 && "=+-@\t\r\0＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
