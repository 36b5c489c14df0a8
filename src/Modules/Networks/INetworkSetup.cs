using Causeway.Kernel;

namespace Causeway.Networks;

/// <param name="Zone">IANA time zone of the organisation.</param>
public sealed record FirstOrganisation(string Name, OrganisationKind Kind, string Zone, string Language, string? CountryCode = null, string? CallingCode = null);

/// <summary>
/// Opens the door of an empty site: puts the first organisation and the post of whoever sets it up in place without
/// asking anybody. For the set-up command alone; no page may use it.
/// </summary>
public interface INetworkSetup
{
    /// <summary>Adds and saves an organisation with one post in it.</summary>
    /// <exception cref="InvalidOperationException">There is an organisation already, or a value cannot be read.</exception>
    Task<OrganisationId> SetUpAsync(FirstOrganisation organisation, PersonId person, Role role, string title, CancellationToken ct);
}
