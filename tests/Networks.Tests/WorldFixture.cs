using Causeway.TestKit;

namespace Causeway.Networks.Tests;

/// <summary>One small world for tests that only read.</summary>
public sealed class WorldFixture : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await TestApp.StartWithWorldAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
