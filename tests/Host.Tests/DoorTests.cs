using Causeway.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Causeway.Host.Tests;

/// <summary>R1: an endpoint that does not say whom it is for stops the start.</summary>
public sealed class DoorTests
{
    private static readonly Access Access = new([new Rules()]);

    [Fact]
    public void An_endpoint_without_a_permission_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => EndpointGuard.Check([Endpoint()], Access)).Message.ShouldContain("declares no permission");

    [Fact]
    public void A_permission_that_nobody_declares_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => EndpointGuard.Check([Endpoint(new RequiresAttribute("no.such"))], Access)).Message.ShouldContain("no.such");

    [Fact]
    public void A_declared_permission_and_an_open_door_are_fine() =>
        EndpointGuard.Check([Endpoint(new RequiresAttribute("list.see")), Endpoint(new OpenToAttribute(Audience.Everyone))], Access);

    private static RouteEndpoint Endpoint(params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse("/x"), 0, new EndpointMetadataCollection(metadata), "x");

    private sealed class Rules : IModule
    {
        public string Name => "Rules";

        public IEnumerable<PermissionRule> Permissions => [new("list.see", Relation.None)];
    }
}
