using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Cases;

internal sealed record LetIn(CaseId Case, PersonId? Person, IReadOnlyList<string> Parts, DateOnly? Until);

/// <summary>Who may open which part until when, and who never. The vault asks for both locks again, and keeps the rules of R7.</summary>
internal sealed class LetInHandler(AppDbContext db, CaseBook book, IKeyVault vault, SchoolPeople people, Access access)
{
    public const int LongestDays = 366;

    /// <summary>Who can be let in at all, by the permission matrix.</summary>
    public static readonly Role[] Holders = [Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader];

    public static readonly Refusal NoPerson = new("grant.no-person", "Choose a person.", "Person");
    public static readonly Refusal NoPart = new("grant.no-part", "Choose at least one part.", "Parts");
    public static readonly Refusal NoEnd = new("grant.no-end", "Choose the last day, within a year.", "Until");
    public static readonly Refusal NotForRole = new("grant.part-role", "This person's work does not go with the part “{0}”.", "Parts");
    public static readonly Refusal NoConflict = new("conflict.none", "Choose how this person is involved.", "Conflict");
    public static readonly Refusal HasMedical = new("part.there", "This part is there already.");

    /// <summary>Parts whose list of people whoever acts keeps.</summary>
    public async Task<IReadOnlyList<CasePartKind>> KeptAsync(CaseId id, Actor actor, CancellationToken ct) =>
        (await book.MineAsync(ct)).FirstOrDefault(m => m.File.Id == id) is { } mine
            ? [.. mine.Parts.Where(p => actor.Role is { } role && p.LetIn.Contains(role))]
            : [];

    public async Task<Refusal?> HandleAsync(LetIn command, Actor actor, DateOnly today, CancellationToken ct)
    {
        var kept = await KeptAsync(command.Case, actor, ct);
        if (kept.Count == 0)
        {
            return CaseBook.Gone;
        }

        var post = (await people.OthersAsync(ct, Holders)).FirstOrDefault(p => p.Person == command.Person);
        var parts = kept.Where(p => command.Parts.Contains(p.Code, StringComparer.Ordinal)).ToList();
        var refusal = post is null ? NoPerson
            : parts.Count == 0 ? NoPart
            : command.Until is not { } until || until < today || until > today.AddDays(LongestDays) ? NoEnd
            : parts.Find(p => !MaySee(post.Role, p)) is { } closed ? NotForRole with { Values = [closed.Name] }
            : null;
        foreach (var part in refusal is null ? parts : [])
        {
            var end = LocalDay.Moment(command.Until!.Value.AddDays(1), TimeOnly.MinValue, actor.Zone);
            refusal ??= await vault.GrantAsync(new(command.Case.Value, part.Code), CasePermissions.LetIn, new Holder(post!.Person, post.Role, actor.Organisation), end, ct);
        }

        return refusal ?? await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> EndAsync(CaseId id, string? part, PersonId person, Actor actor, CancellationToken ct)
    {
        var mine = (await book.MineAsync(ct)).FirstOrDefault(m => m.File.Id == id);
        var kind = CaseParts.Of(part);
        if (mine is null || kind is null || !mine.Parts.Contains(kind) || (person != actor.Person && !kind.LetIn.Contains(actor.Role ?? default)))
        {
            return CaseBook.Gone;
        }

        return await vault.EndAsync(mine.File.Part(kind), CasePermissions.LetIn, person, ct) ?? await db.TrySaveAsync(ct);
    }

    /// <summary>Keeps a person out for good: no part, no list and no count shows the case to them, whatever their role.</summary>
    public async Task<Refusal?> BlockAsync(CaseId id, PersonId? person, Conflict? conflict, Actor actor, CancellationToken ct)
    {
        using var desk = await book.WriteAsync(id, CaseParts.Core, ct, CasePermissions.Lead);
        if (desk is null)
        {
            return CaseBook.Gone;
        }

        var post = (await people.AllAsync(ct)).FirstOrDefault(p => p.Person == person && p.Person != actor.Person);
        if ((post is null ? NoPerson with { Field = "Blocked" } : conflict is null ? NoConflict : null) is { } refusal)
        {
            return refusal;
        }

        if (await vault.BlockAsync(desk.File.Part(CaseParts.Core), CasePermissions.Lead, post!.Person, conflict!.Value, ct) is { } no)
        {
            return no;
        }

        desk.File.Without(post.Person, actor.Person);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>The part under professional secrecy begins with whoever is bound to it, and with nobody else in it.</summary>
    public async Task<Refusal?> BeginMedicalAsync(CaseId id, DateTimeOffset until, CancellationToken ct)
    {
        if (await book.FindAsync(id, ct) is not { IsOpen: true } file)
        {
            return CaseBook.Gone;
        }

        if ((await vault.HoldersAsync(file.Part(CaseParts.Core), CasePermissions.See, ct)).Any(h => h.Part == CaseParts.Medical.Code))
        {
            return HasMedical;
        }

        using var desk = await book.FoundAsync(file, CaseParts.Medical, until, [], ct);
        return desk is null ? CaseBook.Gone : await db.TrySaveAsync("part.begun", id.Value, ct);
    }

    private bool MaySee(Role role, CasePartKind part) => access.Rules.First(r => r.Code == part.See).Roles is var roles && (roles.Length == 0 || roles.Contains(role));
}
