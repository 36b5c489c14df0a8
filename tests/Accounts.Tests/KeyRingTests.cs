using System.Xml.Linq;
using Causeway.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

public sealed class KeyRingTests
{
    [Fact]
    public async Task R16_the_ring_is_in_the_database_sealed_with_the_root_key()
    {
        await using var app = await TestApp.StartAsync();
        var protector = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        protector.Unprotect(protector.Protect("plain")).ShouldBe("plain");

        await using var db = app.Maintenance();
        var key = (await db.Set<RingKey>().ToListAsync()).ShouldHaveSingleItem();
        Sealed(key).Value.Length.ShouldBeGreaterThan(100);
        key.Xml.ShouldNotContain("masterKey");
        key.Xml.ShouldContain(nameof(RingDecryption));
    }

    [Fact]
    public async Task R16_a_copy_of_the_program_opens_the_ring_and_another_root_key_does_not()
    {
        await using var app = await TestApp.StartAsync();
        var text = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("plain");
        await using var db = app.Maintenance();
        var element = Sealed(await db.Set<RingKey>().SingleAsync());

        new RingDecryption(app.Services).Decrypt(element).ToString().ShouldContain("masterKey");
        text.ShouldNotContain("plain");

        await using var other = await TestApp.StartAsync();
        Should.Throw<Causeway.Vault.SealBrokenException>(() => new RingDecryption(other.Services).Decrypt(element));
    }

    private static XElement Sealed(RingKey key) => XElement.Parse(key.Xml).Descendants().Single(e => e.Name.LocalName == "sealed");
}
