using Microsoft.AspNetCore.Http;

namespace Causeway.Networks;

/// <summary>The fields of a network's name and face, as posted.</summary>
internal sealed class IdentityForm
{
    public string? Name { get; set; }

    public string? Acronym { get; set; }

    public string? Kind { get; set; }

    public string? Area { get; set; }

    public string? Languages { get; set; } = "en";

    public bool ContentIsPrivate { get; set; } = true;

    public bool ExistenceIsListed { get; set; }

    public IFormFile? Logo { get; set; }

    public NetworkIdentity ToIdentity() => new(Name ?? "", Acronym ?? "", Kind ?? "", Area ?? "", Languages ?? "", ContentIsPrivate, ExistenceIsListed);
}
