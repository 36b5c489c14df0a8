using System.Text.Json;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

internal sealed record OpenConcern(StaffConcern Concern, ConcernForm Words, string About, string? Outcome, string By);

/// <summary>The one way to the register. What is not open to whoever acts is not there: no line, no count, no other answer.</summary>
internal sealed class RegisterBook(AppDbContext db, IKeyVault vault, IPersonDirectory directory)
{
    private const string Table = "staff_concern";

    public async Task<IReadOnlyList<(StaffConcern Concern, string By)>> MineAsync(CancellationToken ct)
    {
        var open = (await vault.MineAsync(WorryPermissions.SeeRegister, ct)).Where(p => p.Part == StaffConcern.PartCode).Select(p => new CaseRowId(p.Case)).ToList();
        var rows = await db.Set<StaffConcern>().AsNoTracking().Where(c => open.Contains(c.Id)).OrderByDescending(c => c.ReportedAt).ToListAsync(ct);
        var cards = await directory.FindAsync([.. rows.Select(c => c.ReportedBy).Distinct()], ct);
        return [.. rows.Select(c => (c, cards.GetValueOrDefault(c.ReportedBy)?.Name ?? "?"))];
    }

    public async Task<OpenConcern?> ReadAsync(CaseRowId id, CancellationToken ct)
    {
        using var reader = await vault.ReadAsync(new CasePart(id.Value, StaffConcern.PartCode), WorryPermissions.SeeRegister, ct);
        if (reader is null || await db.Set<StaffConcern>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } concern)
        {
            return null;
        }

        var words = JsonSerializer.Deserialize<ConcernForm>(reader.OpenText(Table, "sealed", id.Value, concern.Sealed))!;
        var about = words.About is { } person ? (await directory.FindAsync(new PersonId(person), ct))?.Name : null;
        return new(concern, words, about ?? words.AboutName ?? "?", reader.OpenTextOrNull(Table, "sealed_outcome", id.Value, concern.SealedOutcome),
            (await directory.FindAsync(concern.ReportedBy, ct))?.Name ?? "?");
    }

    public async Task<Refusal?> ChangeAsync(CaseRowId id, string? outcome, CancellationToken ct)
    {
        using var writer = await vault.WriteAsync(new CasePart(id.Value, StaffConcern.PartCode), WorryPermissions.SeeRegister, ct);
        if (writer is null || await db.Set<StaffConcern>().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } concern)
        {
            return CaseBook.Gone;
        }

        var refusal = outcome is null ? concern.Take() : concern.Close(writer.SealText(Table, "sealed_outcome", id.Value, outcome));
        return refusal ?? await db.TrySaveAsync(outcome is null ? "concern.taken" : "concern.closed", id.Value, ct);
    }

    public async Task<PersonId?> ChairAsync(OrganisationId school, CancellationToken ct) =>
        (await db.Set<RegisterChair>().AsNoTracking().FirstOrDefaultAsync(c => c.OrganisationId == school, ct))?.Chair;
}

/// <summary>Hands a concern about an adult in, by the road that goes past whom it is about.</summary>
internal sealed class ReportConcernHandler(AppDbContext db, IKeyVault vault, SchoolPeople people, RegisterBook book, WorryDesk desk)
{
    public const string Form = "staff-concern";

    public static readonly Refusal NobodyThere = new("concern.nobody", "Nobody at your school can receive this. Call one of the numbers above.");

    /// <summary>Whom it would go to, as the posts are now.</summary>
    public async Task<IReadOnlyList<PostCard>> RoadAsync(ConcernForm words, OrganisationId school, CancellationToken ct)
    {
        var posts = await people.AllAsync(ct);
        return ConcernRoute.To(posts, await book.ChairAsync(school, ct), ConcernRoute.NamedBy(posts, words.About, words.AboutName));
    }

    public async Task<Refusal?> HandleAsync(ConcernForm words, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } school)
        {
            return CaseBook.Gone;
        }

        if ((words.CheckWho() ?? words.CheckWhat(desk.Clock.Today(actor.Zone))) is { } refusal)
        {
            return refusal;
        }

        var named = ConcernRoute.NamedBy(await people.AllAsync(ct), words.About, words.AboutName);
        var to = await RoadAsync(words, school, ct);
        if (to.Count == 0)
        {
            return NobodyThere;
        }

        var concern = StaffConcern.Report(school, actor.Person, desk.Clock);
        using var writer = await vault.HandInAsync(
            concern.Part, Keeper.Register, WorryPermissions.Report, desk.Clock.GetUtcNow().AddYears(ReportWorryHandler.YearsOfLead), [.. to.Select(p => new Holder(p.Person, p.Role, school))], named, ct);
        if (writer is null)
        {
            return CaseBook.Gone;
        }

        concern.Keep(writer.SealText("staff_concern", "sealed", concern.Id.Value, JsonSerializer.Serialize(words)));
        db.Add(concern);
        await desk.Drafts.DropAsync(Form, default, ct);
        await desk.Mail.TellAsync(to.Select(p => p.Person).Where(p => p != actor.Person), school, "/cases/register", ct);
        return await db.TrySaveAsync("concern.reported", concern.Id.Value, ct);
    }
}
