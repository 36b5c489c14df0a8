using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Causeway.TestKit;

/// <summary>
/// What the first program of a test run learnt of its pages. Reading that from some two hundred page models costs more than
/// all the rest of a start, and it is the same each time. Every program gets descriptors of its own: what it remembers
/// beside them stays its own too.
/// </summary>
internal sealed class KnownPages : IActionDescriptorProvider
{
    private static IReadOnlyList<CompiledPageActionDescriptor>? _known;

    public int Order => 0;

    public static void Use(IServiceCollection services)
    {
        if (_known is not null)
        {
            services.RemoveAll<IActionDescriptorProvider>();
            services.AddSingleton<IActionDescriptorProvider, KnownPages>();
        }
    }

    public static void Learn(IServiceProvider services)
    {
        if (_known is null)
        {
            var all = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items;
            _known = [.. all.Cast<CompiledPageActionDescriptor>().Select(Copy)];
        }
    }

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        foreach (var page in _known!)
        {
            context.Results.Add(Copy(page));
        }
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
    }

    private static CompiledPageActionDescriptor Copy(CompiledPageActionDescriptor page) => new(page)
    {
        ActionConstraints = page.ActionConstraints,
        AttributeRouteInfo = page.AttributeRouteInfo,
        BoundProperties = page.BoundProperties,
        DeclaredModelTypeInfo = page.DeclaredModelTypeInfo,
        EndpointMetadata = page.EndpointMetadata,
        FilterDescriptors = page.FilterDescriptors,
        HandlerMethods = page.HandlerMethods,
        HandlerTypeInfo = page.HandlerTypeInfo,
        ModelTypeInfo = page.ModelTypeInfo,
        PageTypeInfo = page.PageTypeInfo,
        Parameters = page.Parameters,
        Properties = page.Properties,
        RouteValues = page.RouteValues,
    };
}
