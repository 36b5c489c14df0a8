using Causeway.Kernel;

namespace Causeway.Persistence;

/// <summary>One part of one case: what has a key of its own.</summary>
/// <param name="Case">The case, or another record that has parts.</param>
/// <param name="Part">Code of the part, 1-63 characters a-z 0-9 -: <c>core</c>, <c>medical</c>, <c>protected-contact</c> …</param>
public readonly record struct CasePart(Guid Case, string Part)
{
    /// <summary>By which the database orders those who write under a part's keys and those who change the keys.</summary>
    internal long Number => BitConverter.ToInt64(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Case:D}|{Part}")), 0);

    public override string ToString() => $"{Part} of {Case:D}";
}

/// <summary>Under which key the grants of a part are wrapped.</summary>
public enum Keeper
{
    /// <summary>The school's key; destroying it shreds the school.</summary>
    School,

    /// <summary>The key of the school's register of concerns about staff, apart from every child's case (R8).</summary>
    Register,
}

/// <summary>Whom a grant is for.</summary>
/// <param name="Role">In which the person would read; operators and network coordinators never hold a grant.</param>
/// <param name="School">Whose key wraps the grant; null: an outsider, with a key of the person's own.</param>
public sealed record Holder(PersonId Person, Role Role, OrganisationId? School);

/// <summary>Why a person can hold no grant on a case (R7).</summary>
public enum Conflict
{
    Subject,
    Carer,
    Alleged,
    Kin,
    Other,
}

/// <summary>One line of the list who is in.</summary>
public sealed record GrantLine(string Part, PersonId Person, DateTimeOffset Until, PersonId GrantedBy, DateTimeOffset GrantedAt);

/// <summary>A school's recovery key by its name; the private half is with three custodians.</summary>
/// <param name="Id">See <see cref="Causeway.Vault.RecipientPublicKey.Id"/>.</param>
public sealed record RecoveryKeyCard(string Id, DateTimeOffset SetAt, PersonId SetBy);

/// <summary>One reading of a part, from the audit trail.</summary>
public sealed record ReadingLine(DateTimeOffset At, PersonId Person, string Act, string? Part);

/// <summary>That a case, or a whole school, can never be opened again.</summary>
/// <param name="Case">Null: everything of the school.</param>
/// <param name="Grants">So many rows were destroyed, those for recovery among them.</param>
/// <param name="FinalAt">Backups taken before live 35 days; not before this moment is the last copy of the keys gone.</param>
public sealed record ShredCertificate(
    Guid Id, Guid? Case, OrganisationId School, int Grants, DateTimeOffset At, PersonId By, PersonId ApprovedBy, DateTimeOffset FinalAt);
