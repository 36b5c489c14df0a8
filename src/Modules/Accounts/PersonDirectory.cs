using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

internal sealed class PersonDirectory(AppDbContext db) : IPersonDirectory
{
    public async Task<PersonCard?> FindAsync(PersonId person, CancellationToken ct) =>
        (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == person, ct))?.Card();

    public async Task<IReadOnlyDictionary<PersonId, PersonCard>> FindAsync(IReadOnlyCollection<PersonId> people, CancellationToken ct)
    {
        var found = await db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(ct);
        return found.ToDictionary(p => p.Id, p => p.Card());
    }

    public async Task<PersonCard?> FindByEmailAsync(string email, CancellationToken ct) =>
        EmailAddress.KeyOf(email) is { } key
            ? (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.EmailKey == key, ct))?.Card()
            : null;
}
