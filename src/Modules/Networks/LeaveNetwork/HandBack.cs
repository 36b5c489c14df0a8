using System.IO.Compression;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>
/// Everything of an organisation as one archive: each module's own part, and what this room keeps. Every cell is quoted
/// and a leading sign that a spreadsheet would calculate is defused (R36).
/// </summary>
internal sealed class HandBack(AppDbContext db, Access access, People people, IEnumerable<IDataToHandBack> parts, TimeProvider clock)
{
    public async Task<(MemoryStream? Archive, Refusal? Refusal)> PackAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || actor.Network is not { } network
            || !access.Allows(actor, NetworksPermissions.LeaveNetwork, new(Organisation: own)))
        {
            return (null, NetworkPage.Gone);
        }

        if (await CountedAct.CountAsync(db, actor.Person, CountedActKind.Export, clock, ct) is { } tooMany)
        {
            return (null, tooMany);
        }

        var archive = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
        {
            foreach (var part in parts.OrderBy(p => p.FileName, StringComparer.Ordinal))
            {
                await using var entry = await Entry(zip, part.FileName).OpenAsync(ct);
                await part.WriteAsync(own, network, entry, ct);
            }

            await WriteAsync(zip, "organisation.csv", await OrganisationAsync(own, ct), ct);
            await WriteAsync(zip, "memberships.csv", await MembershipsAsync(own, ct), ct);
            await WriteAsync(zip, "posts.csv", await PostsAsync(own, ct), ct);
        }

        db.Record("organisation.data-downloaded", own.Value);
        await db.SaveChangesAsync(ct);
        archive.Position = 0;
        return (archive, null);
    }

    private ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = clock.GetUtcNow();
        return entry;
    }

    private async Task WriteAsync(ZipArchive zip, string name, IEnumerable<string?[]> rows, CancellationToken ct)
    {
        await using var entry = await Entry(zip, name).OpenAsync(ct);
        await using var text = new StreamWriter(entry, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            await text.WriteLineAsync(string.Join(',', row.Select(Cell)));
        }
    }

    internal static string Cell(string? value) => HandedBackCell.Of(value);

    private async Task<IEnumerable<string?[]>> OrganisationAsync(OrganisationId own, CancellationToken ct)
    {
        var o = await db.Set<Organisation>().AsNoTracking().FirstAsync(x => x.Id == own, ct);
        return
        [
            ["name", "short_name", "kind", "address", "area", "country", "calling_code", "zone", "languages"],
            [o.Name, o.ShortName, o.Kind.ToString(), o.Address, o.Area, o.CountryCode, o.CallingCode, o.Zone, o.Languages],
        ];
    }

    private async Task<IEnumerable<string?[]>> MembershipsAsync(OrganisationId own, CancellationToken ct)
    {
        var rows = await (
            from m in db.Set<Membership>().AsNoTracking()
            join n in db.Set<Network>() on m.NetworkId equals n.Id
            where m.OrganisationId == own
            orderby m.OpenedAt
            select new { Network = n.Name, m.Kind, m.Status, m.From, m.To }).ToListAsync(ct);
        return rows.Select(m => new[] { m.Network, m.Kind.ToString(), m.Status.ToString(), Day(m.From), Day(m.To) })
            .Prepend(["network", "kind", "status", "from", "to"]);
    }

    private async Task<IEnumerable<string?[]>> PostsAsync(OrganisationId own, CancellationToken ct)
    {
        var posts = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking().Where(p => p.OrganisationId == own).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(ct);
        var cards = await people.CardsAsync(posts.Select(p => p.PersonId), ct);
        return posts.Select(p => new[]
        {
            cards.GetValueOrDefault(p.PersonId)?.Name, cards.GetValueOrDefault(p.PersonId)?.Email,
            p.Role.ToString(), p.Title, Day(p.From), Day(p.Until), p.Standing.ToString(),
        }).Prepend(["person", "mail", "role", "title", "from", "until", "standing"]);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
