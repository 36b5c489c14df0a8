namespace Causeway.Kernel;

/// <summary>Rows of one organisation. Filtered by name in EF, by row-level security in PostgreSQL.</summary>
public interface IOwnedByOrganisation
{
    OrganisationId OrganisationId { get; }
}

/// <summary>Rows of one network, readable by its members.</summary>
public interface IOwnedByNetwork
{
    NetworkId NetworkId { get; }
}

/// <summary>Rows of one person.</summary>
public interface IOwnedByPerson
{
    PersonId PersonId { get; }
}

/// <summary>
/// Rows that one organisation made for another: both see them, and nobody else in any network. Only the lender may write
/// them; who receives them says <see cref="IOwnedByOrganisation"/> (docs/decisions/0011-lent-to-named-schools.md).
/// </summary>
public interface ILentByOrganisation
{
    OrganisationId LenderId { get; }
}

/// <summary>An aggregate that two people may change at once: the version decides who was first.</summary>
public interface IVersioned
{
    int Version { get; }
}
