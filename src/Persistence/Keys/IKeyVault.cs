using Causeway.Kernel;
using Causeway.Vault;

namespace Causeway.Persistence;

/// <summary>That somebody reads could not be written down, so nothing is shown (R26). Answered with 503.</summary>
public sealed class ReadingNotRecordedException(Exception cause) : Exception("The reading could not be recorded.", cause);

/// <summary>
/// The keys of confidential records: who may open which part, until when, and what becomes of the keys. See docs/keys.md.
/// </summary>
/// <remarks>
/// Two locks: every method about a part asks the decision function for <c>permission</c> and needs a live grant of the person
/// who acts; null (or <see cref="NotOpen"/>) means one of them said no, and not which.
/// Changes are added to the caller's unit of work with their audit act and hold with the caller's commit, unless a method says
/// that it commits. Read before you change: reading writes its line in a commit of its own.
/// </remarks>
public interface IKeyVault
{
    /// <summary>The part is not open to whoever asks: answer as if it were not there.</summary>
    static readonly Refusal NotOpen = new("part.not-open", "This is not there.");

    static readonly Refusal NotAllowed = new("keys.not-allowed", "Your work does not go with the keys of the school.");
    static readonly Refusal ToSelf = new("grant.to-self", "Nobody lets themselves in. Ask another person who has access.", "Person");
    static readonly Refusal NoHolder = new("grant.role", "This person's work does not go with access to cases.", "Person");
    static readonly Refusal Blocked = new("grant.blocked", "This person cannot be let in: a conflict of interest is on record.", "Person");
    static readonly Refusal Ended = new("grant.until", "Give a last day that lies ahead.", "Until");
    static readonly Refusal LastHolder = new("grant.last", "This is the last person with access, and the school has no recovery key. Let somebody else in first.", "Person");
    static readonly Refusal Incomplete = new("grant.incomplete", "Your own access does not reach the whole part. Ask somebody else who has access.");
    static readonly Refusal SamePerson = new("shred.same-person", "A second person has to approve this.");
    static readonly Refusal NoReceipt = new("shred.no-receipt", "The receipt does not fit the last export of the school's keys.", "Receipt");
    static readonly Refusal NoRecoveryKey = new("recovery.none", "The school has no recovery key.");
    static readonly Refusal StillUsed = new("version.in-use", "Something is still sealed under this version.");

    /// <summary>
    /// Opens a part for reading. The line in the trail (<c>part.opened</c>, or <c>part.refused</c>) is committed before anything comes back.
    /// Dispose it with the answer.
    /// </summary>
    /// <param name="purpose">Code a-z 0-9 - of why, where the part asks for a reason; never typed text.</param>
    /// <exception cref="ReadingNotRecordedException">No line, no reading.</exception>
    /// <exception cref="ClockRefusedException">K14.</exception>
    Task<PartReader?> ReadAsync(CasePart part, string permission, CancellationToken ct, string? purpose = null);

    /// <summary>Several at once, in one commit; what is not open is missing from the answer.</summary>
    Task<IReadOnlyDictionary<CasePart, PartReader>> ReadAllAsync(IReadOnlyCollection<CasePart> parts, string permission, CancellationToken ct);

    /// <summary>Opens a part for writing only. The caller's own act is the line in the trail.</summary>
    Task<PartWriter?> WriteAsync(CasePart part, string permission, CancellationToken ct);

    /// <summary>Makes a part's key, with the first grant for whoever acts and a copy for recovery where the school has a recovery key.</summary>
    /// <param name="others">Let in from the beginning, by the same rules as with <see cref="GrantAsync"/>; one that they refuse, and no part is made.</param>
    Task<PartWriter?> FoundAsync(
        CasePart part, Keeper keeper, string permission, DateTimeOffset until, CancellationToken ct, params IReadOnlyList<Holder> others);

    /// <summary>
    /// Makes a part's key for others and not for whoever acts: what is handed in through a slot. Whoever wrote it never holds a way back
    /// to it, unless they are among those it goes to; whom it is about is kept out from the first moment (R7, R8).
    /// </summary>
    /// <param name="to">At least one; somebody who may not be let in, or is kept out, and nothing is made.</param>
    Task<PartWriter?> HandInAsync(
        CasePart part, Keeper keeper, string permission, DateTimeOffset until, IReadOnlyList<Holder> to, IReadOnlyList<PersonId> keptOut, CancellationToken ct);

    /// <summary>Lets somebody in, or changes until when. Never oneself, never an operator or coordinator, never a blocked person.</summary>
    Task<Refusal?> GrantAsync(CasePart part, string permission, Holder holder, DateTimeOffset until, CancellationToken ct);

    /// <summary>Ends a grant: gone at the next request. One's own may always be given back. The last one stays while nobody could recover.</summary>
    Task<Refusal?> EndAsync(CasePart part, string permission, PersonId person, CancellationToken ct);

    /// <summary>
    /// Ends every grant of a person on records of the acting school: leaving, suspension (R9). Answers how many. Where nobody else is
    /// in and nobody could recover, the row stays and opens nothing, so that a recovery key set afterwards still reaches the part.
    /// </summary>
    Task<int> EndAllAsync(string permission, PersonId person, CancellationToken ct);

    /// <summary>Ends whatever the person holds on the case and lets no grant be made again (R7).</summary>
    Task<Refusal?> BlockAsync(CasePart part, string permission, PersonId person, Conflict conflict, CancellationToken ct);

    /// <summary>A wrong block is lifted by two people; grants do not come back by it.</summary>
    Task<Refusal?> LiftBlockAsync(CasePart part, string permission, PersonId person, PersonId approvedBy, CancellationToken ct);

    Task<bool> IsBlockedAsync(Guid caseId, PersonId person, CancellationToken ct);

    /// <summary>Who is in, per part; only for somebody who is in.</summary>
    Task<IReadOnlyList<GrantLine>> HoldersAsync(CasePart part, string permission, CancellationToken ct);

    /// <summary>The parts open to whoever acts: the only list of records there is.</summary>
    Task<IReadOnlyList<CasePart>> MineAsync(string permission, CancellationToken ct);

    /// <summary>Who opened what of a case and when; only for somebody who is in. What an outsider could have taken along (K10, K13).</summary>
    Task<IReadOnlyList<ReadingLine>> ReadingsAsync(CasePart part, string permission, CancellationToken ct);

    /// <summary>A new version of the part's key for everybody who is in (K13). All of them or nothing.</summary>
    Task<Refusal?> RollAsync(CasePart part, string permission, CancellationToken ct);

    /// <summary>Destroys an old version once nothing is sealed under it any more. Commits.</summary>
    /// <param name="isUsed">Asked while no writer can come between.</param>
    Task<Refusal?> RetireAsync(CasePart part, string permission, int version, Func<CancellationToken, Task<bool>> isUsed, CancellationToken ct);

    /// <summary>The recovery key of the acting school; null: it has none, or the keys are not the actor's business.</summary>
    Task<RecoveryKeyCard?> FindRecoveryKeyAsync(string permission, CancellationToken ct);

    /// <summary>Sets the school's recovery key and seals every part key of the school to it, old copies included. Answers how many.</summary>
    Task<(Refusal? Refused, int Copies)> SetRecoveryKeyAsync(RecipientPublicKey key, string permission, PersonId approvedBy, CancellationToken ct);

    /// <summary>
    /// With the private half, which two custodians opened together: lets a person into every part of the school's records that does not
    /// block them. Answers how many parts.
    /// </summary>
    Task<(Refusal? Refused, int Parts)> RecoverAsync(RecipientPrivateKey key, string permission, Holder to, DateTimeOffset until, PersonId approvedBy, CancellationToken ct);

    /// <summary>Destroys every key of a case, the copies for recovery among them. Commits. There is no way back.</summary>
    Task<(Refusal? Refused, ShredCertificate? Certificate)> ShredAsync(CasePart part, string permission, PersonId approvedBy, CancellationToken ct);

    /// <summary>Writes all keys of the acting school, sealed to its recovery key, for a school that leaves. Answers the digest to be sent back.</summary>
    Task<(Refusal? Refused, string? Digest)> ExportSchoolAsync(Stream to, string permission, CancellationToken ct);

    /// <summary>Destroys the school's key and all its grants, after the receipt for the last export. Commits. There is no way back.</summary>
    Task<(Refusal? Refused, ShredCertificate? Certificate)> ShredSchoolAsync(string receipt, string permission, PersonId approvedBy, CancellationToken ct);

    /// <summary>Two numbers by which a child's name is found again in the acting school, and says little to whoever steals them.</summary>
    Task<ChildIndex> IndexAsync(string givenNames, string familyName, DateOnly? born, CancellationToken ct);
}
