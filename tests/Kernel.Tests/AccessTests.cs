namespace Causeway.Kernel.Tests;

public sealed class AccessTests
{
    private static readonly OrganisationId School = new(new Guid("00000000-0000-7000-8000-00000000000a"));
    private static readonly OrganisationId Other = new(new Guid("00000000-0000-7000-8000-00000000000b"));
    private static readonly PersonId Me = new(new Guid("00000000-0000-7000-8000-00000000000c"));
    private static readonly Access Access = new([new Rules(
        new PermissionRule("list.edit", Relation.OwnOrganisation, Role.Counsellor, Role.SafeguardingLead),
        new PermissionRule("account.see", Relation.Self),
        new PermissionRule("entry.see", Relation.OwnNetwork, Role.Counsellor))]);

    [Fact]
    public void Nobody_may_do_anything_without_signing_in()
    {
        foreach (var rule in Access.Rules)
        {
            Access.Allows(Actor.Anonymous, rule.Code).ShouldBeFalse();
        }
    }

    [Fact]
    public void The_program_itself_passes_no_permission_that_names_roles() =>
        Access.Allows(Actor.Program, "list.edit").ShouldBeFalse();

    [Fact]
    public void A_permission_that_no_module_declares_is_refused() => Access.Allows(As(Role.Counsellor), "list.destroy").ShouldBeFalse();

    [Theory]
    [InlineData(Role.Counsellor, true)]
    [InlineData(Role.SafeguardingLead, true)]
    [InlineData(Role.Teacher, false)]
    [InlineData(Role.NetworkCoordinator, false)]
    [InlineData(Role.Operator, false)]
    public void The_role_must_be_named(Role role, bool allowed) =>
        Access.Allows(As(role), "list.edit", new AccessObject(Organisation: School)).ShouldBe(allowed);

    [Fact]
    public void The_right_role_is_not_enough_for_another_schools_object()
    {
        Access.Allows(As(Role.Counsellor), "list.edit", new AccessObject(Organisation: Other)).ShouldBeFalse();
        Access.Allows(As(Role.Counsellor), "list.edit", default).ShouldBeFalse();
    }

    [Fact]
    public void A_post_without_a_network_sees_no_networks_object() =>
        Access.Allows(As(Role.Counsellor), "entry.see", new AccessObject(Network: new NetworkId(Other.Value))).ShouldBeFalse();

    [Fact]
    public void What_is_ones_own_is_open_without_a_post()
    {
        var nobody = Actor.Anonymous with { Person = Me };
        Access.Allows(nobody, "account.see", new AccessObject(Person: Me)).ShouldBeTrue();
        Access.Allows(nobody, "account.see", new AccessObject(Person: new PersonId(Other.Value))).ShouldBeFalse();
    }

    [Fact]
    public void Two_modules_cannot_declare_one_permission() =>
        Should.Throw<InvalidOperationException>(() => new Access([new Rules(new PermissionRule("a", Relation.None)), new Rules(new PermissionRule("a", Relation.None))]));

    private static Actor As(Role role) => new(Me, "Me", null, role, School, "School", null, null);

    private sealed class Rules(params PermissionRule[] rules) : IModule
    {
        public string Name => "Rules";

        public IEnumerable<PermissionRule> Permissions => rules;
    }
}
