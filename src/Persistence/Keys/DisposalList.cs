using System.Globalization;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <param name="Case">Null: everything of the school.</param>
internal sealed record Disposal(Guid? Case, OrganisationId School, DateTimeOffset At)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Case is { } one ? one.ToString("D") : "school")} {School.Value:D} {At.UtcTicks}");

    public static Disposal? Parse(string line) => line.Split(' ') is [var one, var school, var ticks]
        && Guid.TryParse(school, out var owner)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? string.Equals(one, "school", StringComparison.Ordinal) ? new(null, new(owner), new DateTimeOffset(at, TimeSpan.Zero))
            : Guid.TryParse(one, out var id) ? new(id, new(owner), new DateTimeOffset(at, TimeSpan.Zero)) : null
            : null;
}

/// <summary>
/// What was destroyed, kept beside the root key and so outside every backup: a database restored from before the disposal
/// loses those keys again before anything is opened (K7). Ids and moments only.
/// </summary>
public sealed class DisposalList(string? file)
{
    private readonly Lock _turn = new();

    public static DisposalList Beside(string rootKeyFile) =>
        new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(rootKeyFile))!, "disposals"));

    internal void Add(params IEnumerable<Disposal> disposals)
    {
        if (file is null)
        {
            return;
        }

        lock (_turn)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
            using var writer = new StreamWriter(stream);
            foreach (var disposal in disposals)
            {
                writer.Write(disposal + "\n");
            }

            writer.Flush();
            stream.Flush(flushToDisk: true);
        }
    }

    internal IReadOnlyList<Disposal> Read()
    {
        lock (_turn)
        {
            return file is null || !File.Exists(file) ? [] : [.. File.ReadLines(file).Select(Disposal.Parse).OfType<Disposal>()];
        }
    }

    /// <summary>
    /// Brings list and database together: what the list names and the database still holds is destroyed again, and what the
    /// database says was destroyed is noted in the list.
    /// </summary>
    /// <param name="maintenance">A context with the filters lifted.</param>
    /// <returns>So many disposals had to be done again.</returns>
    public async Task<int> ApplyAsync(AppDbContext maintenance, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(maintenance);
        var listed = Read();
        var certified = await maintenance.Set<KeyShredding>().AsNoTracking().ToListAsync(ct);
        var again = 0;
        foreach (var disposal in listed)
        {
            if (await IsStillThereAsync(maintenance, disposal, ct))
            {
                await DestroyAsync(maintenance, disposal, Actor.Program.Person, Actor.Program.Person, ct);
                await maintenance.SaveChangesAsync(ct);
                again++;
            }
        }

        Add(certified.Select(c => new Disposal(c.CaseId, c.OrganisationId, c.At)).Where(c => !listed.Any(l => l.Case == c.Case && l.School == c.School)));
        return again;
    }

    private static async Task<bool> IsStillThereAsync(AppDbContext db, Disposal disposal, CancellationToken ct) =>
        await GrantsOf(db, disposal).AnyAsync(ct) || await CopiesOf(db, disposal).AnyAsync(ct)
        || (disposal.Case is null && await db.Set<KeyRow>().AnyAsync(k => k.Owner == disposal.School.Value, ct));

    /// <summary>Removes the rows and adds the certificate and the act; holds with the next commit.</summary>
    internal static async Task<ShredCertificate> DestroyAsync(AppDbContext db, Disposal disposal, PersonId by, PersonId approvedBy, CancellationToken ct)
    {
        var grants = await GrantsOf(db, disposal).ToListAsync(ct);
        var copies = await CopiesOf(db, disposal).ToListAsync(ct);
        db.RemoveRange(grants);
        db.RemoveRange(copies);
        if (disposal.Case is null)
        {
            db.RemoveRange(await db.Set<KeyRow>().Where(k => k.Owner == disposal.School.Value).ToListAsync(ct));
        }

        var before = await db.Set<KeyShredding>().FirstOrDefaultAsync(s => s.OrganisationId == disposal.School && s.CaseId == disposal.Case, ct);
        var certificate = before ?? db.Add(KeyShredding.Certify(disposal, grants.Count + copies.Count, by, approvedBy, db.Clock.GetUtcNow())).Entity;
        db.Record("keys.destroyed", disposal.Case ?? disposal.School.Value, disposal.School.Value, $"approved: {approvedBy}");
        return certificate.ToCertificate();
    }

    private static IQueryable<KeyGrant> GrantsOf(AppDbContext db, Disposal disposal) => disposal.Case is { } one
        ? db.Set<KeyGrant>().Where(g => g.CaseId == one)
        : db.Set<KeyGrant>().Where(g => g.OrganisationId == disposal.School);

    private static IQueryable<RecoveryCopy> CopiesOf(AppDbContext db, Disposal disposal) => disposal.Case is { } one
        ? db.Set<RecoveryCopy>().Where(c => c.CaseId == one)
        : db.Set<RecoveryCopy>().Where(c => c.OrganisationId == disposal.School);
}

/// <summary>Before the first answer: a restored database must not open what was destroyed since it was backed up.</summary>
internal sealed class DisposalRound(DisposalList list, MaintenanceContexts contexts) : Microsoft.Extensions.Hosting.IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (list.Read().Count == 0)
        {
            // Nothing was ever destroyed here: the first answer need not wait for the model.
            return;
        }

        await using var db = contexts.Open();
        await list.ApplyAsync(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
