using System.Globalization;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>
/// What an organisation did in the life of the network: it takes a record of it along, and what it does not agree to leave
/// behind loses its words and its name. What others wrote stays theirs.
/// </summary>
internal sealed class LeavingLife(AppDbContext db, TimeProvider clock) : IDataToHandBack, IOnLeavingNetwork
{
    public string FileName => "network-life.csv";

    public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync("\"what\",\"day\",\"title\",\"words\",\"person\"");
        foreach (var cells in (await RowsAsync(organisation, network, ct)).OrderBy(r => r.Day))
        {
            string?[] row = [cells.What, cells.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cells.Title, cells.Words, cells.Person];
            await text.WriteLineAsync(string.Join(',', row.Select(HandBack.Cell)));
        }
    }

    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        var offers = await db.Set<Offer>().Where(o => o.NetworkId == network && o.School == organisation).ToListAsync(ct);
        var deliveries = await db.Set<Delivery>().Where(d => d.NetworkId == network && (d.Giver == organisation || d.Receiver == organisation)).ToListAsync(ct);
        offers.Where(o => o.ClosedAt is null).ToList().ForEach(o => o.EndWithMembership(clock.GetUtcNow()));
        deliveries.ForEach(d => d.CallOff());
        if (!leaveBehind)
        {
            offers.ForEach(o => o.Withdraw());
            deliveries.ForEach(d => d.Withdraw(organisation));
            await WithdrawWordsAsync(organisation, network, ct);
        }

        db.Record(leaveBehind ? "network-life.left-behind" : "network-life.taken-back", organisation.Value);
    }

    private async Task WithdrawWordsAsync(OrganisationId organisation, NetworkId network, CancellationToken ct)
    {
        var mine = await db.Set<QuestionAnswer>().Where(a => a.NetworkId == network && a.School == organisation).ToListAsync(ct);
        db.RemoveRange(mine);
        var touched = mine.Select(a => a.QuestionId).ToHashSet();
        var questions = await db.Set<Question>().Where(q => q.NetworkId == network && (q.School == organisation || touched.Contains(q.Id))).ToListAsync(ct);
        var ids = questions.ConvertAll(q => q.Id);
        var left = (await db.Set<QuestionAnswer>().Where(a => a.NetworkId == network && a.School != organisation && ids.Contains(a.QuestionId)).ToListAsync(ct)).ToLookup(a => a.QuestionId, a => a.Text);
        questions.ForEach(q => q.Forget(q.School == organisation, left[q.Id]));
        db.RemoveRange(await db.Set<CharterSignature>().Where(s => s.NetworkId == network && s.OrganisationId == organisation).ToListAsync(ct));
        (await db.Set<LiaisonContact>().Where(c => c.NetworkId == network && c.School == organisation).ToListAsync(ct)).ForEach(c => c.Withdraw());
    }

    private async Task<List<LifeRow>> RowsAsync(OrganisationId organisation, NetworkId network, CancellationToken ct)
    {
        var rows = new List<LifeRow>();
        rows.AddRange((await db.Set<CharterSignature>().AsNoTracking().Where(s => s.NetworkId == network && s.OrganisationId == organisation).ToListAsync(ct))
            .Select(s => new LifeRow("charter signed", s.SignedOn, "version " + s.Number.ToString(CultureInfo.InvariantCulture), s.Capacity, s.SignedByName)));
        rows.AddRange((await db.Set<Question>().AsNoTracking().Where(q => q.NetworkId == network && q.School == organisation).ToListAsync(ct))
            .Select(q => new LifeRow("question", Day(q.AskedAt), q.Topic, q.Text, q.AskedByName)));
        rows.AddRange(await (
            from a in db.Set<QuestionAnswer>().AsNoTracking()
            join q in db.Set<Question>() on a.QuestionId equals q.Id
            where a.NetworkId == network && a.School == organisation
            select new LifeRow("answer", Day(a.At), q.Topic, a.Text, a.ByName)).ToListAsync(ct));
        rows.AddRange((await db.Set<Offer>().AsNoTracking().Where(o => o.NetworkId == network && o.School == organisation).ToListAsync(ct))
            .Select(o => new LifeRow(o.Kind == OfferKind.Offer ? "offer" : "ask", o.From, o.Topic, string.Join('\n', new[] { o.Amount, NeedTaxonomy.Find(o.Need)?.Label, o.Text }.Where(t => !string.IsNullOrEmpty(t))), o.ByName)));
        rows.AddRange((await db.Set<Delivery>().AsNoTracking().Where(d => d.NetworkId == network && (d.Giver == organisation || d.Receiver == organisation)).ToListAsync(ct))
            .Select(d => new LifeRow(d.Giver == organisation ? "help given" : "help received", d.GivenOn ?? d.MatchedOn, $"{d.GiverName} - {d.ReceiverName}", $"{d.Hours.ToString("0.##", CultureInfo.InvariantCulture)} h. {d.Effect}", d.ToldBy)));
        rows.AddRange((await db.Set<LiaisonContact>().AsNoTracking().Where(c => c.NetworkId == network && c.School == organisation).ToListAsync(ct))
            .Select(c => new LifeRow("contact with an authority", c.On, c.OfficerName, c.About, c.ByName)));
        return rows;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private sealed record LifeRow(string What, DateOnly Day, string Title, string Words, string Person);
}
