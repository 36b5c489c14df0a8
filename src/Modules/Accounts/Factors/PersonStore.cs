using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <summary>
/// What the framework's passkey handler asks of people. It only reads: adding, using and removing a passkey are acts of
/// this room, committed with their audit rows. Passkeys are rows of a person, so the caller has told the scope whose.
/// </summary>
internal sealed class PersonStore(AppDbContext db) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == new PersonId(id), cancellationToken)
            : null;

    public async Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        EmailAddress.KeyOf(normalizedUserName) is { } key
            ? await db.Set<Person>().FirstOrDefaultAsync(p => p.EmailKey == key, cancellationToken)
            : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await db.Set<Passkey>().Where(p => p.PersonId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ToInfo())];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.Set<Passkey>().FirstOrDefaultAsync(p => p.PersonId == user.Id && p.CredentialId == credentialId, cancellationToken))?.ToInfo();

    /// <summary>Sees the present person's keys only; that a key is nobody else's is the unique index's business.</summary>
    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var passkey = await db.Set<Passkey>().FirstOrDefaultAsync(p => p.CredentialId == credentialId, cancellationToken);
        return passkey is null ? null : await db.Set<Person>().FirstAsync(p => p.Id == passkey.PersonId, cancellationToken);
    }

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private static NotSupportedException ReadsOnly() => new("People are changed by the acts of this room, never by the framework's store.");
}
