using System.CommandLine;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Host;

/// <summary>Opens the door of an empty site: the first person, their organisation and post, and a link to sign in with.</summary>
internal static class SetupCommand
{
    public static Command Make()
    {
        var name = new Option<string>("--name") { Description = "Name of the first person.", Required = true };
        var mail = new Option<string>("--mail") { Description = "Mail address of the first person.", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "Name of their organisation: a school, or the office of the network.", Required = true };
        var kind = new Option<OrganisationKind>("--kind") { Description = "What it is.", DefaultValueFactory = _ => OrganisationKind.School };
        var role = new Option<Role>("--role") { Description = "The role of the first post.", DefaultValueFactory = _ => Role.NetworkCoordinator };
        var zone = new Option<string>("--zone") { Description = "IANA time zone, e.g. Europe/Lisbon.", DefaultValueFactory = _ => "UTC" };
        var command = new Command("setup", "Prepare an empty site and print the link for its first person. Asked again before the link was used, it prints a fresh one.")
        {
            name, mail, organisation, kind, role, zone,
        };
        command.SetAction(async (parsed, ct) =>
        {
            await using var site = await CommandSite.OpenAsync(HostSettings.FromEnvironment(demo: false), prepare: true, ct);
            var first = new FirstOrganisation(parsed.GetRequiredValue(organisation), parsed.GetValue(kind), parsed.GetValue(zone)!, "en");
            return await RunAsync(site.Services, parsed.GetRequiredValue(name), parsed.GetRequiredValue(mail), first, parsed.GetValue(role), ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string name, string mail, FirstOrganisation organisation, Role role, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var inside = scope.ServiceProvider.GetRequiredService<Scope>();
        inside.Set(Actor.Program);
        inside.From = "command";
        var people = scope.ServiceProvider.GetRequiredService<IPersonDirectory>();
        var isNew = await people.FindByEmailAsync(mail, ct) is null;
        var link = await scope.ServiceProvider.GetRequiredService<IFirstPerson>().CreateLinkAsync(name, mail, ct);
        var person = await people.FindByEmailAsync(mail, ct);
        if (isNew)
        {
            await scope.ServiceProvider.GetRequiredService<INetworkSetup>().SetUpAsync(organisation, person!.Id, role, "First person", ct);
        }

        Console.Out.WriteLine($"{name} opens the site here, once, within a week:\n  {link}");
        return Exit.Fine;
    }
}
