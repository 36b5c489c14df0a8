using System.Globalization;
using System.Text;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A school that leaves takes its ties and visits with it. What it told of its ties goes in any case: the network knows its
/// colleagues no more. Waits, outcomes and confirmations stay only if it agreed to leave things behind.
/// </summary>
internal sealed class LeavingWithKnowledge(AppDbContext db) : IDataToHandBack, IOnLeavingNetwork
{
    public string FileName => "ties-and-visits.csv";

    public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
    {
        var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (writer)
        {
            await LineAsync(writer, "What", "Professional", "Who of the school", "Since or on", "Until", "Last contact", "How well", "Note");
            await foreach (var t in db.Set<Tie>().AsNoTracking().Where(t => t.OrganisationId == organisation).OrderBy(t => t.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                await LineAsync(writer, "Tie", t.Professional, $"{t.HolderName}, {t.PostTitle}", Day(t.Since), Day(t.EndedOn), Day(t.LastContact), DirectoryWords.Strength(t.Strengths[^1].Strength), t.Note);
            }

            var visits = await db.Set<Visit>().AsNoTracking().Where(v => v.OrganisationId == organisation).OrderBy(v => v.On).ThenBy(v => v.Id).ToListAsync(ct);
            var ids = visits.Select(v => v.EntryId).Distinct().ToList();
            var names = await db.Set<Entry>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
            foreach (var v in visits)
            {
                await LineAsync(writer, DirectoryWords.Visit(v.Kind), names.GetValueOrDefault(v.EntryId, ""), v.People, Day(v.On), "", "", "", v.Note);
            }
        }
    }

    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<TieNotice>().Where(n => n.NetworkId == network && n.Source == organisation).ToListAsync(ct));
        if (!leaveBehind)
        {
            db.RemoveRange(await db.Set<WaitingObservation>().Where(w => w.NetworkId == network && w.Source == organisation).ToListAsync(ct));
            db.RemoveRange(await db.Set<CommunityConfirmation>().Where(c => c.NetworkId == network && c.Source == organisation).ToListAsync(ct));
            var told = await db.Set<OutcomeTold>().Where(o => o.OrganisationId == organisation).ToListAsync(ct);
            var ids = told.ConvertAll(o => o.Id);
            var experiences = await db.Set<NetworkExperience>().Where(e => e.NetworkId == network && ids.Contains(e.Id)).ToListAsync(ct);
            db.RemoveRange(experiences);
            db.RemoveRange(told.Where(o => experiences.Exists(e => e.Id == o.Id)));
        }

        db.Record("ties.taken-back", organisation.Value);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static Task LineAsync(StreamWriter writer, params string[] cells) => writer.WriteAsync(string.Join(',', cells.Select(c => CellText.ForCsv(c))) + "\r\n");
}
