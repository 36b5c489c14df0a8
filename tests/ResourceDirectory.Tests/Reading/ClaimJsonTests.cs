namespace Causeway.ResourceDirectory.Tests;

public sealed class ClaimJsonTests
{
    [Fact]
    public void Everything_a_claim_holds_is_read_again()
    {
        var fact = new Fact(FactField.WaitingTime, "“9” <가>", "eng", "Native", 1.5m, 2, "as typed", new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1), "the city");
        var full = new Claim(fact, Guid.Parse("0195a000-0000-7000-8000-000000000001"), "Été \"School\"", Guid.Parse("0195a000-0000-7000-8000-000000000002"), new DateOnly(2026, 2, 3), true, 2, 1, true);
        List<Claim> claims = [full, full with { SourceName = "Other", Shown = false, At = 0, Told = false }, full with { Fact = new Fact(FactField.Name, "") }];

        // A new property of a claim must be read by hand, too.
        typeof(Claim).GetConstructors().Max(c => c.GetParameters().Length).ShouldBe(9);
        JsonColumn.Read<Claim>(JsonColumn.Write<Claim>(claims)).ShouldBe(claims);
    }
}
