namespace Causeway.Vault.Tests;

public sealed class SecretHashTests
{
    [Fact]
    public void A_secret_is_known_again_by_its_hash_and_no_other_is()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => RandomSecret.New()).ToList();
        secrets.Distinct(StringComparer.Ordinal).Count().ShouldBe(1000);
        secrets.ShouldAllBe(s => s.Length == 43);
        var stored = SecretHash.Of(secrets[0]);
        stored.Length.ShouldBe(32);
        secrets.Count(s => SecretHash.Matches(s, stored)).ShouldBe(1);
        SecretHash.TryOf(secrets[0], out var again).ShouldBeTrue();
        again.ShouldBe(stored);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA é")]
    public void Anything_that_is_no_random_secret_is_never_hashed(string? text)
    {
        SecretHash.TryOf(text, out _).ShouldBeFalse();
        SecretHash.Matches(text, new byte[32]).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => SecretHash.Of(text!));
    }

    [Fact]
    public void A_stored_value_of_the_wrong_length_matches_nothing() =>
        SecretHash.Matches(RandomSecret.New(), []).ShouldBeFalse();
}
