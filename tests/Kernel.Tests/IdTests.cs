namespace Causeway.Kernel.Tests;

public sealed class IdTests
{
    [Fact]
    public void Ids_of_later_moments_sort_later()
    {
        var early = EntityId.New<PersonId>(new At(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var late = EntityId.New<PersonId>(new At(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        string.CompareOrdinal(early.ToString(), late.ToString()).ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("0190d3a0-0000-7000-8000-00000000abcg")]
    [InlineData("../../etc/passwd")]
    public void An_unreadable_id_is_no_id(string text) => Parse<OrganisationId>(text).ShouldBeNull();

    [Fact]
    public void An_id_reads_back_what_it_writes()
    {
        var id = EntityId.New<PostId>(TimeProvider.System);
        Parse<PostId>(id.ToString()).ShouldBe(id);
    }

    private static T? Parse<T>(string text)
        where T : struct, IEntityId<T> => T.TryParse(text, null, out var id) ? id : null;

    private sealed class At(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
