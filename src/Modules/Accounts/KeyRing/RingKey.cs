using System.Xml.Linq;
using Causeway.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts;

/// <summary>One element of the ring that protects form tokens and short-lived state; sealed, see <see cref="RingEncryption"/>.</summary>
internal sealed class RingKey
{
    private RingKey()
    {
    }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";

    public DateTimeOffset StoredAt { get; private set; }

    public static RingKey Store(string name, XElement element, TimeProvider clock) => new()
    {
        Name = name,
        Xml = element.ToString(SaveOptions.DisableFormatting),
        StoredAt = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<RingKey>
    {
        public void Configure(EntityTypeBuilder<RingKey> builder)
        {
            builder.HasKey(k => k.Name);
            builder.Property(k => k.Name).HasMaxLength(120);
        }
    }
}

/// <summary>Keeps the ring in the database, so that every copy of the program and every backup has it.</summary>
internal sealed class RingRepository(IServiceScopeFactory scopes, IDatabaseProvider provider, TimeProvider clock) : IXmlRepository
{
    // Without the model: the first form after a start needs the ring, and should not wait for the model to be built.
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
        (IReadOnlyCollection<XElement>)[.. (await provider.ReadColumnAsync("ring_key", "xml", CancellationToken.None)).Select(XElement.Parse)]);

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Add(RingKey.Store(friendlyName, element, clock));
        db.Record("key-ring.extended", Guid.Empty, Guid.Empty);
        return await db.SaveChangesAsync();
    });

    // The framework asks synchronously, some four times a year and once at start; the database is only asked
    // asynchronously. A thread of the pool does the waiting, so no caller's context can be locked up.
#pragma warning disable VSTHRD002
    private static T Wait<T>(Func<Task<T>> act) => Task.Run(act).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
}
