using System.Text;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record VerifierLine(PersonId Person, string Name, string School, int Total, int Open, int Minutes);

internal sealed record MailTrouble(string Name, string Address, string Error, bool GivenUp, CheckItemId Item, EntryId Entry);

/// <summary>The board of one campaign: fills as answers come.</summary>
[Requires(DirectoryPermissions.SeeChecks)]
internal sealed class CheckBoardPage(AppDbContext db, StartCheckHandler handler, INetworkDirectory networks, TimeProvider clock) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public CheckOutcome? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganisationId? School { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public CheckCampaign Campaign { get; private set; } = null!;

    public CheckCount Count { get; private set; } = null!;

    public IReadOnlyList<(OrganisationId School, string Name, CheckCount Count)> Schools { get; private set; } = [];

    public IReadOnlyList<VerifierLine> Verifiers { get; private set; } = [];

    public IReadOnlyList<MailTrouble> Troubles { get; private set; } = [];

    public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    public IReadOnlyList<PostCard> People { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int MailsWaiting { get; private set; }

    public bool MayEnd => May(DirectoryPermissions.StartChecks, new AccessObject(Network: Campaign.NetworkId)) && Campaign.State == CheckState.Running;

    public DateOnly Today => Campaign.Today(clock);

    public async Task<IActionResult> OnGetAsync(CheckCampaignId id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostEndAsync(CheckCampaignId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !MayEnd)
        {
            return NotThere();
        }

        return await handler.EndAsync(id, Actor, ct) is { } refusal ? Refuse(refusal) : Done($"/directory/check/{id}", "The check has ended. What stayed silent sinks in searches and says so.");
    }

    public async Task<IActionResult> OnPostHandOverAsync(CheckCampaignId id, CheckItemId item, PersonId verifier, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !MayEnd)
        {
            return NotThere();
        }

        return await handler.HandOverAsync(item, verifier, People, ct) is { } refusal ? Refuse(refusal) : Done($"/directory/check/{id}?outcome={Outcome}&school={School}&p={Number}", "Handed over.");
    }

    public async Task<IActionResult> OnGetExportAsync(CheckCampaignId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !May(DirectoryPermissions.AnswerChecks))
        {
            return NotThere();
        }

        var rows = await Wanted(id).OrderBy(i => i.SchoolName).ThenBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(ct);
        var text = new StringBuilder();
        void Line(params string[] cells) => text.Append(string.Join(',', cells.Select(c => CellText.ForCsv(c)))).Append("\r\n");
        Line(T["Name"], T["School"], T["Verifier"], T["Answer"], T["How"], T["Answered on"], T["To ring from"]);
        foreach (var i in rows)
        {
            Line(i.Name, i.SchoolName, i.VerifierName, T[CheckWords.Of(i.Outcome)], i.Way is { } way ? T[CheckWords.Of(way)] : "", i.AnsweredAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", i.PhoneFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        db.Record("check.exported", id.Value);
        await db.SaveChangesAsync(ct);
        return File(new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", "check.csv");
    }

    private IQueryable<CheckItem> Wanted(CheckCampaignId id) => db.Set<CheckItem>().AsNoTracking()
        .Where(i => i.CampaignId == id && (Outcome == null || i.Outcome == Outcome) && (School == null || i.School == School));

    private async Task<bool> LoadAsync(CheckCampaignId id, CancellationToken ct)
    {
        if (await db.Set<CheckCampaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } campaign || !May(DirectoryPermissions.SeeChecks, new AccessObject(Network: campaign.NetworkId)))
        {
            return false;
        }

        Campaign = campaign;
        Schools = [.. (await CheckCount.OfAsync(db.Set<CheckItem>().Where(i => i.CampaignId == id), ct))
            .GroupBy(c => c.School).Select(g => (g.Key, g.First().SchoolName, CheckCount.Sum(g.Select(c => c.Count)))).OrderBy(s => s.SchoolName, StringComparer.CurrentCulture)];
        Count = CheckCount.Sum(Schools.Select(s => s.Count));
        await LoadVerifiersAsync(id, ct);
        await LoadMailsAsync(id, ct);
        Paging = new Paging(Number, await Wanted(id).CountAsync(ct));
        Items = await Wanted(id).OrderBy(i => i.Urgency == CheckUrgency.None).ThenBy(i => i.Outcome != CheckOutcome.Open).ThenBy(i => i.Name).ThenBy(i => i.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        People = MayEnd ? [.. (await networks.PostsInAsync(campaign.NetworkId, ct)).Where(p => p.Role is Role.Counsellor or Role.SafeguardingLead or Role.SeniorLeader or Role.NetworkCoordinator).DistinctBy(p => p.Person)] : [];
        return true;
    }

    private async Task LoadVerifiersAsync(CheckCampaignId id, CancellationToken ct)
    {
        var lines = await db.Set<CheckItem>().Where(i => i.CampaignId == id).GroupBy(i => new { i.VerifierId, i.VerifierName, i.SchoolName })
            .Select(g => new { g.Key, Total = g.Count(), Open = g.Count(i => i.Outcome == CheckOutcome.Open), Seconds = g.Sum(i => i.Seconds ?? 0) }).ToListAsync(ct);
        Verifiers = [.. lines.Select(l => new VerifierLine(l.Key.VerifierId, l.Key.VerifierName, l.Key.SchoolName, l.Total, l.Open, (l.Seconds + 59) / 60)).OrderByDescending(l => l.Open).ThenBy(l => l.Name, StringComparer.CurrentCulture)];
    }

    private async Task LoadMailsAsync(CheckCampaignId id, CancellationToken ct)
    {
        var asks = db.Set<CheckAsk>().Where(a => a.CampaignId == id);
        MailsWaiting = await (from a in asks join m in db.Set<OutboxMail>() on a.LastMail equals m.Id where m.SentAt == null && !m.Failed select m.Id).CountAsync(ct);
        Troubles = await (
            from a in asks
            join m in db.Set<OutboxMail>() on a.LastMail equals m.Id
            join i in db.Set<CheckItem>() on a.Id equals i.AskId
            where m.SentAt == null && m.LastError != null && m.LastError != OutboxMail.Withdrawn && i.Outcome == CheckOutcome.Open
            orderby m.Failed descending, i.Name
            select new MailTrouble(i.Name, a.Address, m.LastError!, m.Failed, i.Id, i.EntryId)).Take(50).ToListAsync(ct);
    }
}
