using Causeway.Kernel;

namespace Causeway.Networks.Tests;

/// <summary>Who must agree, and whose post may end: plain rules over rows.</summary>
public sealed class RulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 17);
    private static readonly OrganisationId School = EntityId.New<OrganisationId>(TimeProvider.System);
    private static readonly PersonId Ann = New(), Ben = New(), Cal = New(), Dee = New();

    [Theory]
    [InlineData(Role.Teacher, SecondPerson.NotNeeded)]
    [InlineData(Role.Counsellor, SecondPerson.NotNeeded)]
    [InlineData(Role.SafeguardingLead, SecondPerson.Colleague)]
    [InlineData(Role.SeniorLeader, SecondPerson.Colleague)]
    [InlineData(Role.DataProtectionOfficer, SecondPerson.Colleague)]
    [InlineData(Role.NetworkCoordinator, SecondPerson.Coordinator)]
    internal void Elevated_roles_ask_a_second_person(Role role, SecondPerson asked) =>
        Rules([Held(Ann, Role.SeniorLeader), Held(Ben, Role.SafeguardingLead)], Dee).Asks(role, Cal, Ann).ShouldBe(asked);

    [Fact]
    public void A_lone_lead_asks_the_coordinator_and_without_a_network_nobody()
    {
        Rules([Held(Ann, Role.SafeguardingLead)], Dee).Asks(Role.SeniorLeader, Cal, Ann).ShouldBe(SecondPerson.Coordinator);
        Rules([Held(Ann, Role.SafeguardingLead)]).Asks(Role.SeniorLeader, Cal, Ann).ShouldBe(SecondPerson.NotNeeded);
    }

    [Fact]
    public void The_one_who_is_to_hold_it_is_nobodys_second_person() =>
        Rules([Held(Ann, Role.SeniorLeader), Held(Ben, Role.SafeguardingLead)]).SecondPeople(SecondPerson.Colleague, Ben, Ann).ShouldBeEmpty();

    [Fact]
    public void A_school_keeps_two_who_can_bring_access_back_and_a_coordinator_counts_as_one()
    {
        var head = Held(Ann, Role.SeniorLeader);
        Rules([head, Held(Ben, Role.SafeguardingLead)]).MayEnd(head, null)!.Code.ShouldBe(SafeguardingRules.LastHolder.Code);
        Rules([head, Held(Ben, Role.SafeguardingLead)], Dee).MayEnd(head, null).ShouldBeNull();
        Rules([head, Held(Ben, Role.SafeguardingLead), Held(Cal, Role.SafeguardingLead)]).MayEnd(head, null).ShouldBeNull();
    }

    [Fact]
    public void A_successor_who_starts_later_lets_the_post_end_later_but_not_now()
    {
        var lead = Held(Ann, Role.SafeguardingLead);
        var next = Held(Cal, Role.SafeguardingLead, Today.AddDays(10));
        var rules = Rules([lead, next, Held(Ben, Role.SeniorLeader)], Dee);
        rules.MayEnd(lead, null)!.Code.ShouldBe(SafeguardingRules.LastLead.Code);
        rules.MayEnd(lead, Today.AddDays(8))!.Code.ShouldBe(SafeguardingRules.LastLead.Code);
        rules.MayEnd(lead, Today.AddDays(9)).ShouldBeNull();
    }

    [Fact]
    public void A_proposed_successor_is_none()
    {
        var lead = Held(Ann, Role.SafeguardingLead);
        var proposed = Post.Propose(Cal, School, new(Role.SafeguardingLead, "Lead", Today), Ann, SecondPerson.Colleague, TimeProvider.System).Post!;
        Rules([lead, proposed, Held(Ben, Role.SeniorLeader)], Dee).MayEnd(lead, null)!.Code.ShouldBe(SafeguardingRules.LastLead.Code);
    }

    [Fact]
    public void Another_kind_of_organisation_needs_one_who_can_act_for_it()
    {
        var leader = Held(Ann, Role.SeniorLeader);
        (Rules([leader]) with { Kind = OrganisationKind.Ngo }).MayEnd(leader, null)!.Code.ShouldBe(SafeguardingRules.LastLeader.Code);
        (Rules([leader, Held(Ben, Role.SeniorLeader)]) with { Kind = OrganisationKind.Ngo }).MayEnd(leader, null).ShouldBeNull();
    }

    [Fact]
    public void A_post_runs_from_its_first_to_its_last_day_and_not_after_it_was_ended()
    {
        var post = Post.Propose(Ann, School, new(Role.Teacher, "Teacher", Today, Today.AddDays(2)), Ben, SecondPerson.NotNeeded, TimeProvider.System).Post!;
        post.Runs(Now, Today.AddDays(-1)).ShouldBeFalse();
        post.Runs(Now, Today).ShouldBeTrue();
        post.Runs(Now, Today.AddDays(2)).ShouldBeTrue();
        post.Runs(Now, Today.AddDays(3)).ShouldBeFalse();
        post.End(Now, Today).ShouldBeNull();
        post.Runs(Now, Today).ShouldBeFalse();
        post.End(Now, Today)!.Code.ShouldBe(Post.AlreadyEnded.Code);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh-Hans ko", true)]
    [InlineData("en, fr", true)]
    [InlineData("", false)]
    [InlineData("english", false)]
    [InlineData("en_GB", false)]
    public void Languages_are_short_codes(string tags, bool readable) => LanguageTags.AreReadable(tags).ShouldBe(readable);

    private static SafeguardingRules Rules(Post[] posts, params PersonId[] coordinators) => new(OrganisationKind.School, posts, coordinators, Now, Today);

    private static Post Held(PersonId person, Role role, DateOnly? from = null) =>
        Post.Propose(person, School, new(role, "Post", from ?? Today.AddDays(-100)), New(), SecondPerson.NotNeeded, TimeProvider.System).Post!;

    private static PersonId New() => EntityId.New<PersonId>(TimeProvider.System);
}
