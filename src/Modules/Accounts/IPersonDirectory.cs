using Causeway.Kernel;

namespace Causeway.Accounts;

/// <summary>What other modules may know of a person who signs in.</summary>
/// <param name="Language">BCP 47 tag of the pages and mails this person reads.</param>
/// <param name="Zone">IANA time zone.</param>
public sealed record PersonCard(PersonId Id, string Name, string Email, string Language, string Zone, bool HasSignedIn);

/// <summary>Questions about people. Answers are not filtered by tenant: ask only for people your own rows name.</summary>
public interface IPersonDirectory
{
    Task<PersonCard?> FindAsync(PersonId person, CancellationToken ct);

    Task<IReadOnlyDictionary<PersonId, PersonCard>> FindAsync(IReadOnlyCollection<PersonId> people, CancellationToken ct);

    /// <summary>Compares without regard to case.</summary>
    Task<PersonCard?> FindByEmailAsync(string email, CancellationToken ct);
}

/// <summary>Brings people in. Nothing is saved here: rows are added to the context and go with the caller's commit.</summary>
public interface IInvitations
{
    /// <summary>
    /// Adds the person if the address is new, and a mail without content whose link lets them choose how they sign in.
    /// A person who can already sign in gets a mail that something new waits for them.
    /// </summary>
    Task<PersonId> InviteAsync(string name, string email, string language, CancellationToken ct);
}
