namespace Causeway.Kernel;

/// <summary>The columns of the permission matrix (docs/operate/permissions.md).</summary>
public enum Role
{
    NetworkCoordinator,
    SafeguardingLead,
    Counsellor,
    Teacher,
    SeniorLeader,
    DataProtectionOfficer,
    Outsider,
    PartnerContact,
    Operator,
}

/// <summary>
/// Whoever acts: one person in one post. Rights are those of the acting post alone; a second post of the same
/// person adds nothing until the person switches to it.
/// </summary>
/// <param name="Role">Null: signed in, but in no post (sees own account pages only).</param>
/// <param name="Network">The network the post works in; null where the organisation belongs to none.</param>
/// <param name="Language">BCP 47 tag of the pages and mails this person reads.</param>
/// <param name="Zone">IANA time zone of the person.</param>
public sealed record Actor(
    PersonId Person,
    string Name,
    PostId? Post,
    Role? Role,
    OrganisationId? Organisation,
    string? OrganisationName,
    NetworkId? Network,
    string? NetworkName,
    string Language = "en",
    string Zone = "UTC")
{
    /// <summary>Nobody: an anonymous request.</summary>
    public static readonly Actor Anonymous = new(default, "", null, null, null, null, null, null);

    /// <summary>The program itself, for work that no person ordered. It holds no role and passes no permission.</summary>
    public static readonly Actor Program = new(new PersonId(new Guid("00000000-0000-7000-8000-000000000001")), "Causeway", null, null, null, null, null, null);

    public bool IsSignedIn => Person.Value != Guid.Empty;
}

/// <summary>Knows the posts of people. Asked once per request, so an ended post is gone at the next request.</summary>
public interface IActorSource
{
    /// <param name="acting">The post the person chose; ignored when it is not theirs or has ended.</param>
    Task<Actor?> FindAsync(PersonId person, PostId? acting, CancellationToken ct);

    /// <summary>One actor for each post that runs today; the person without a post where none does. For what gathers a person's whole work.</summary>
    Task<IReadOnlyList<Actor>> FindAllAsync(PersonId person, CancellationToken ct);
}

/// <summary>The actor of this request or job. Set once, by the access middleware or the job worker.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }
}
