using Causeway.Kernel;

namespace Causeway.Persistence;

/// <summary>
/// Whose rows this unit of work may see. Set by the access middleware from the actor, by the job worker from the job, or
/// by a page that checked a secret link. Unset means: no tenant row at all, in EF and in PostgreSQL alike.
/// </summary>
public sealed class Scope : ICurrentActor
{
    public Actor Actor { get; private set; } = Actor.Anonymous;

    public OrganisationId Organisation { get; private set; }

    public NetworkId Network { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary>Lifts the EF filters for maintenance (verify, backup, migrations). Never reachable from a request.</summary>
    internal bool Everything { get; private set; }

    /// <summary>Counts changes, so that an open transaction can tell whether the database knows the present scope.</summary>
    internal int Revision { get; private set; }

    /// <summary>The address the request came from, for the audit trail; empty for jobs and commands.</summary>
    public string From { get; set; } = "";

    public void Set(Actor actor)
    {
        Actor = actor;
        Organisation = actor.Organisation ?? default;
        Network = actor.Network ?? default;
        Person = actor.Person;
        Revision++;
    }

    /// <summary>For a page that must read one organisation's rows to check a secret link, or for a job of a network.</summary>
    public void Narrow(OrganisationId organisation, NetworkId network = default)
    {
        Organisation = organisation;
        Network = network;
        Revision++;
    }

    internal void LiftForMaintenance()
    {
        Everything = true;
        Revision++;
    }
}
