using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

/// <summary>Who receives what is said about the head: the chair of the board or the proprietor. Named by one, agreed to by another.</summary>
internal sealed class RegisterChair : IOwnedByOrganisation, IVersioned
{
    public static readonly Refusal NoPerson = new("chair.person", "Choose a senior leader of your school: the chair or the proprietor needs such a post.", "Person");
    public static readonly Refusal SamePerson = new("chair.same-person", "Somebody else must agree: not the one who named the chair, and not the chair.");

    private RegisterChair()
    {
    }

    public OrganisationId OrganisationId { get; private set; }

    public PersonId? Chair { get; private set; }

    public PersonId? Proposed { get; private set; }

    public PersonId? ProposedBy { get; private set; }

    public int Version { get; private set; }

    public static RegisterChair Of(OrganisationId school) => new() { OrganisationId = school };

    public void Propose(PersonId person, PersonId by) => (Proposed, ProposedBy) = (person, by);

    public Refusal? Agree(PersonId by)
    {
        if (Proposed is not { } person || by == ProposedBy || by == person)
        {
            return SamePerson;
        }

        (Chair, Proposed, ProposedBy) = (person, null, null);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<RegisterChair>
    {
        public void Configure(EntityTypeBuilder<RegisterChair> builder) => builder.HasKey(c => c.OrganisationId);
    }
}

/// <summary>
/// The road of a concern about an adult: about the head to the chair, about anybody else to the head, and never to whom it is about
/// (R8). Plain rules over posts that run today.
/// </summary>
internal static class ConcernRoute
{
    /// <summary>Everybody in post who is meant: the one chosen, and whoever bears the name that was written instead or as well.</summary>
    public static IReadOnlyList<PersonId> NamedBy(IReadOnlyList<PostCard> posts, Guid? chosen, string? typed) =>
        [.. posts.Where(p => p.Person.Value == chosen || string.Equals(p.PersonName, FormText.Tidy(typed), StringComparison.OrdinalIgnoreCase)).Select(p => p.Person).Distinct()];

    public static IReadOnlyList<PostCard> To(IReadOnlyList<PostCard> posts, PersonId? chair, IReadOnlyList<PersonId> named)
    {
        IReadOnlyList<PostCard> Of(Func<PostCard, bool> who) => [.. posts.Where(p => !named.Contains(p.Person) && who(p)).DistinctBy(p => p.Person)];
        var aboutHead = posts.Any(p => named.Contains(p.Person) && p.Role == Role.SeniorLeader && p.Person != chair);
        var (boss, heads) = (Of(p => p.Role == Role.SeniorLeader && p.Person == chair), Of(p => p.Role == Role.SeniorLeader && p.Person != chair));
        var leads = Of(p => p.Role == Role.SafeguardingLead);
        // A deputy does not judge the head: without a chair the leads hear it, who answer to the child first.
        IReadOnlyList<PostCard>[] roads = aboutHead ? [boss, leads] : [heads, boss, leads];
        return roads.FirstOrDefault(r => r.Count > 0) ?? [];
    }
}
