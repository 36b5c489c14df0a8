using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>The country whose titles a school's pages use.</summary>
internal sealed class SchoolPack : IOwnedByOrganisation, IVersioned
{
    private SchoolPack()
    {
    }

    internal SchoolPack(OrganisationId school) => OrganisationId = school;

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Empty: the neutral titles, whatever the network uses.</summary>
    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public void Choose(string code) => Code = code;

    internal sealed class Configuration : IEntityTypeConfiguration<SchoolPack>
    {
        public void Configure(EntityTypeBuilder<SchoolPack> builder)
        {
            builder.HasKey(p => p.OrganisationId);
            builder.Property(p => p.Code).HasMaxLength(8);
        }
    }
}

/// <summary>The country whose titles a network's schools use, unless a school chose for itself.</summary>
internal sealed class NetworkPack : IOwnedByNetwork, IVersioned
{
    private NetworkPack()
    {
    }

    internal NetworkPack(NetworkId network) => NetworkId = network;

    public NetworkId NetworkId { get; private set; }

    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public void Choose(string code) => Code = code;

    internal sealed class Configuration : IEntityTypeConfiguration<NetworkPack>
    {
        public void Configure(EntityTypeBuilder<NetworkPack> builder)
        {
            builder.HasKey(p => p.NetworkId);
            builder.Property(p => p.Code).HasMaxLength(8);
        }
    }
}

/// <summary>Says neutral codes in the titles of the chosen country.</summary>
internal sealed record RoleLabels(CountryPack? Pack, IStringLocalizer T)
{
    public string Family(ProfessionFamily family) => Pack?.Outside.GetValueOrDefault(family) ?? T[FactWords.Family(family)].Value;

    public string Role(InsideRole role) => Pack?.Inside.GetValueOrDefault(role) ?? T[CountryPacks.Neutral(role)].Value;

    /// <summary>A fact that stands under a family, in the country's word; null: not such a fact.</summary>
    public string? Say(Fact fact) => fact.Field == FactField.Family && Enum.TryParse<ProfessionFamily>(fact.Code, out var family) ? Family(family) : null;
}

/// <summary>Which pack counts for a reader: the school's own choice, else the network's, else none.</summary>
internal sealed class RoleLabelReader(AppDbContext db)
{
    public async Task<RoleLabels> LoadAsync(Actor actor, IStringLocalizer t, CancellationToken ct) => new(CountryPacks.Find(await CodeAsync(actor, ct)), t);

    private async Task<string?> CodeAsync(Actor actor, CancellationToken ct) =>
        await db.Set<SchoolPack>().Where(p => p.OrganisationId == actor.Organisation).Select(p => p.Code).FirstOrDefaultAsync(ct)
        ?? await db.Set<NetworkPack>().Where(p => p.NetworkId == actor.Network).Select(p => p.Code).FirstOrDefaultAsync(ct);
}
