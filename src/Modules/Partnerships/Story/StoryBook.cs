using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>One event in the life of a partnership. Nothing in it quotes what somebody wrote, but names of things both made.</summary>
/// <param name="Title">In the reader's language.</param>
/// <param name="Url">Where it stands whole; null: nowhere else.</param>
internal sealed record StoryLine(DateTimeOffset At, string Title, string By = "", string Detail = "", string? Url = null);

/// <summary>A slice that has something to tell of a partnership. All are asked, in any order; the page sorts by time.</summary>
internal interface IStorySource
{
    Task<IEnumerable<StoryLine>> OfAsync(PartnershipView view, CancellationToken ct);
}

/// <summary>Puts together what every slice has to tell. For those inside; the register shows stages alone.</summary>
internal sealed class StoryBook(AppDbContext db, IEnumerable<IStorySource> sources, NextSteps next, HealthBook health)
{
    public async Task<PartnershipStory> TellAsync(PartnershipView view, DateOnly today, bool all, CancellationToken ct)
    {
        var given = await db.Set<Contribution>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id).ToListAsync(ct);
        var year = Plan.YearOf(today);
        return new(view, await OfAsync(view, ct), await next.OfAsync(view, today, ct), Ledger.Totals(given, year), await health.OfAsync(view, today, ct), year, today, all);
    }

    public async Task<IReadOnlyList<StoryLine>> OfAsync(PartnershipView view, CancellationToken ct)
    {
        var lines = new List<StoryLine>();
        foreach (var source in sources)
        {
            lines.AddRange(await source.OfAsync(view, ct));
        }

        return [.. lines.OrderByDescending(l => l.At).ThenBy(l => l.Title, StringComparer.Ordinal)];
    }
}

/// <summary>What was agreed: changes of stage, sponsor and owners, versions of the agreement and their signatures, plans confirmed.</summary>
internal sealed class AgreedStory(AppDbContext db, IStringLocalizer t) : IStorySource
{
    public async Task<IEnumerable<StoryLine>> OfAsync(PartnershipView view, CancellationToken ct)
    {
        var (id, here) = (view.Partnership.Id, $"/partnerships/{view.Partnership.Id}");
        var changes = await db.Set<PartnershipChange>().AsNoTracking().Where(c => c.PartnershipId == id).ToListAsync(ct);
        var versions = await db.Set<AgreementVersion>().AsNoTracking().Where(v => v.PartnershipId == id).ToListAsync(ct);
        var signed = await (from s in db.Set<Signer>().AsNoTracking()
                            join v in db.Set<AgreementVersion>() on s.VersionId equals v.Id
                            where v.PartnershipId == id && s.SignedAt != null
                            select new { s.Name, v.Number, s.SignedAt }).ToListAsync(ct);
        var confirmed = await (from c in db.Set<PlanConfirmation>().AsNoTracking()
                               join p in db.Set<Plan>() on c.PlanId equals p.Id
                               where p.PartnershipId == id
                               select new { c.At, c.ByName, c.PartyId, p.SchoolYear }).ToListAsync(ct);
        return
        [
            .. changes.Select(c => new StoryLine(c.At, $"{t[PartnershipWords.Of(c.What)].Value}: {(c.Before.Length > 0 ? t[c.Before].Value + " → " : "")}{(c.After.Length > 0 ? t[c.After].Value : "–")}", c.ByName, c.Evidence)),
            .. versions.Select(v => new StoryLine(v.MadeAt, t["Agreement, version {0}", v.Number], v.MadeByName, v.Summary, $"{here}/agreement/{v.Number}")),
            .. signed.Select(s => new StoryLine(s.SignedAt!.Value, t["Agreement, version {0}: signed", s.Number], s.Name, "", $"{here}/agreement/{s.Number}")),
            .. confirmed.Select(c => new StoryLine(c.At, t["Plan of {0} confirmed", c.SchoolYear], c.ByName, view.Parties.FirstOrDefault(p => p.Id == c.PartyId)?.Name ?? "", $"{here}/plan?year={Uri.EscapeDataString(c.SchoolYear)}")),
        ];
    }
}

/// <summary>What was done: meetings and visits, catch-ups, what each side learned and gave by hosting or travelling, hand-overs.</summary>
internal sealed class DoneStory(AppDbContext db, IStringLocalizer t) : IStorySource
{
    public async Task<IEnumerable<StoryLine>> OfAsync(PartnershipView view, CancellationToken ct)
    {
        var (id, here) = (view.Partnership.Id, $"/partnerships/{view.Partnership.Id}");
        string Name(int side) => view.PartyOf(side)?.Name ?? "";
        var meetings = await db.Set<ContactEntry>().AsNoTracking().Where(c => c.PartnershipId == id && c.Kind == ContactKind.Meeting).ToListAsync(ct);
        var talks = await db.Set<CatchUp>().AsNoTracking().Where(c => c.PartnershipId == id && c.HeldOn != null).ToListAsync(ct);
        var learned = await db.Set<Learned>().AsNoTracking().Where(l => l.PartnershipId == id).ToListAsync(ct);
        var lines = await db.Set<Contribution>().AsNoTracking().Where(c => c.PartnershipId == id).ToListAsync(ct);
        var handed = await db.Set<HandOver>().AsNoTracking().Where(h => h.PartnershipId == id && h.HasGone && h.EndedOn != null).ToListAsync(ct);
        return
        [
            .. meetings.Select(m => new StoryLine(At(m.Day), t[m.IsHeld ? "A meeting was held" : "A meeting was missed"], m.ByName, m.About, $"{here}/contacts")),
            .. talks.Select(c => new StoryLine(At(c.HeldOn!.Value), t["Catch-up"], c.ClosedBy, c.Agreed, $"{here}/health")),
            .. learned.Select(l => new StoryLine(l.At, t["{0} wrote what it learned", view.Parties.FirstOrDefault(p => p.Id == l.PartyId)?.Name ?? ""], l.ByName, "", $"{here}/learned")),
            .. Ledger.InForce(lines).Where(c => c.Kind is ContributionKind.Hosting or ContributionKind.Travel && c.Amount > 0)
                .Select(c => new StoryLine(At(c.Day), t[c.Kind == ContributionKind.Hosting ? "{0} had guests" : "{0} travelled", Name(c.Side)], c.ByName, c.Note, $"{here}/balance")),
            .. handed.Select(h => new StoryLine(At(h.EndedOn!.Value), t["{0} handed over to {1}", h.LeaverName, h.SuccessorName])),
        ];
    }

    private static DateTimeOffset At(DateOnly day) => WorkItem.At(day);
}

/// <summary>What was made: joint projects and files.</summary>
internal sealed class MadeStory(AppDbContext db, IStringLocalizer t) : IStorySource
{
    public async Task<IEnumerable<StoryLine>> OfAsync(PartnershipView view, CancellationToken ct)
    {
        var (id, here) = (view.Partnership.Id, $"/partnerships/{view.Partnership.Id}");
        var projects = await db.Set<JointProject>().AsNoTracking().Where(p => p.PartnershipId == id).ToListAsync(ct);
        var files = await (from v in db.Set<FileVersion>().AsNoTracking()
                           join f in db.Set<PartnershipFile>() on v.OfId equals f.Id
                           where f.PartnershipId == id
                           select new { f.Id, f.Title, v.Number, v.At, v.ByName }).ToListAsync(ct);
        return
        [
            .. projects.Where(p => p.StartedAt is not null).Select(p => new StoryLine(p.StartedAt!.Value, t["Joint project started: {0}", p.Title], "", "", $"{here}/projects/{p.Id}")),
            .. projects.Where(p => p.FinishedAt is not null).Select(p => new StoryLine(p.FinishedAt!.Value, t["Joint project finished: {0}", p.Title], p.FinishedByName, "", $"{here}/projects/{p.Id}")),
            .. files.Select(f => new StoryLine(f.At, f.Number == 1 ? t["File added: {0}", f.Title] : t["File renewed: {0}, version {1}", f.Title, f.Number], f.ByName, "", $"{here}/files/{f.Id}")),
        ];
    }
}
