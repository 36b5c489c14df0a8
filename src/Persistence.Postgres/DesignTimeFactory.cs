using Causeway.Accounts;
using Causeway.Cases;
using Causeway.Instruments;
using Causeway.Landscape;
using Causeway.Meetings;
using Causeway.Networks;
using Causeway.Partnerships;
using Causeway.ResourceDirectory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Causeway.Persistence.Postgres;

/// <summary>Lets the migrations tool see the whole model without starting the program.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var provider = new PostgresProvider("Host=localhost;Database=design", () => "unused");
        var options = new DbContextOptionsBuilder<AppDbContext>();
        provider.ConfigureMaintenance(options);
        var parts = new ModelParts([new AccountsModule(), new NetworksModule(), new ResourceDirectoryModule(), new MeetingsModule(), new InstrumentsModule(), new PartnershipsModule(), new LandscapeModule(), new CasesModule()]);
        return new AppDbContext(options.Options, parts, new Scope(), provider, TimeProvider.System);
    }
}
