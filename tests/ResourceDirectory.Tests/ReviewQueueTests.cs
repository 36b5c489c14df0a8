using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

public sealed class ReviewQueueTests : IAsyncLifetime
{
    private const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Fee,Address\n";
    private readonly DirectoryWorld _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<JoinProposalId> PairAsync(string a, string b, double score = 0.6)
    {
        await _world.TakeInAsync("lead-a", Heads + a + "\n", share: true);
        await _world.TakeInAsync("lead-b", Heads + b + "\n", share: true);
        var left = await _world.ListingAsync("lead-a", a.Split(',')[0]);
        var right = await _world.ListingAsync("lead-b", b.Split(',')[0]);
        return await _world.ProposeAsync("lead-a", left.Id, right.Id, score);
    }

    private Task<JoinProposalId> WeberAsync() => PairAsync(
        "Jonas Weber,Psychologist,Tide Clinic,555 0181,jonas@weber.example,German,80,1 Tide Lane",
        "Jonas Webber,Psychologist,Hill House,555 0190,jw@hill.example,English,95,9 Hill Road");

    [Fact]
    public async Task One_person_at_another_place_is_one_entry_that_shows_both_places()
    {
        var id = await WeberAsync();

        await (await _world.ReviewAsync("counsellor-a", id)).SubmitAsync("OtherPlace");

        var entry = (await _world.EntriesAsync("lead-a")).Single();
        entry.Contributions.ShouldBe(2);
        foreach (var field in new[] { FactField.Address, FactField.Organisation, FactField.Fee })
        {
            var claims = entry.Claims.Where(c => c.Fact.Field == field).ToList();
            claims.Count.ShouldBe(2);
            claims.ShouldAllBe(c => c.Shown);
            claims.Select(c => c.At).Order().ShouldBe([0, 1]);
        }
    }

    [Fact]
    public async Task Two_institutions_without_a_word_in_common_are_two_places_even_when_a_rule_joined_them()
    {
        var id = await PairAsync(
            "Mina Okonjo,Psychologist,Harbour Clinic,555 0101,mina@okonjo.example,English,80,1 Tide Lane",
            "Mina Okonjo,Psychologist,Northgate Centre,555 0102,mina@okonjo.example,English,80,44 Gate Street");
        await (await _world.ReviewAsync("lead-a", id)).SubmitAsync("Same");

        (await _world.EntriesAsync("lead-a")).Single().Claims.Count(c => c is { Shown: true, Fact.Field: FactField.Address }).ShouldBe(2);
    }

    [Fact]
    public async Task One_institution_with_two_addresses_has_moved_and_the_older_address_stands_beside_the_newer()
    {
        var id = await PairAsync(
            "Mina Okonjo,Psychologist,Harbour Clinic,,mina@okonjo.example,English,80,1 Tide Lane",
            "Mina Okonjo,Psychologist,Harbour Clinic,,mina@okonjo.example,English,80,44 Gate Street");
        await (await _world.ReviewAsync("lead-a", id)).SubmitAsync("Same");

        var addresses = (await _world.EntriesAsync("lead-a")).Single().Claims.Where(c => c.Fact.Field == FactField.Address).ToList();
        addresses.Count.ShouldBe(2);
        addresses.Count(c => c.Shown).ShouldBe(1);
    }

    [Theory]
    [InlineData("Same")]
    [InlineData("Different")]
    [InlineData("OtherPlace")]
    [InlineData("NotSure")]
    public async Task The_last_decision_is_undone_by_one_press_and_the_pair_waits_as_before(string verdict)
    {
        var id = await WeberAsync();
        var before = (await _world.EntriesAsync("lead-a")).Select(e => (e.Id, JsonColumn.Write(e.Claims))).ToList();
        var asked = await QuestionAsync();
        var after = await (await _world.ReviewAsync("counsellor-a", id)).SubmitAsync(verdict);

        var undone = await after.Form("form[action*=Undo]").SubmitAsync();

        undone.Status.ShouldBe(HttpStatusCode.OK);
        (await _world.EntriesAsync("lead-a")).Select(e => (e.Id, JsonColumn.Write(e.Claims))).ShouldBe(before, ignoreOrder: true);
        var again = await QuestionAsync();
        (again!.Left, again.Right, again.Score, again.Reasons.Count, again.PutOffAt).ShouldBe((asked!.Left, asked.Right, asked.Score, 1, null));
        (await _world.AskAsync("lead-a", db => db.Set<JoinDecision>().CountAsync())).ShouldBe(0);
    }

    private Task<JoinProposal?> QuestionAsync() => _world.AskAsync("lead-a", db => db.Set<JoinProposal>().AsNoTracking().FirstOrDefaultAsync());

    [Fact]
    public async Task Not_sure_puts_the_pair_last_and_tells_the_next_reader_who_was_not()
    {
        await PairAsync("Ada Pell,Nurse,,,ada@pell.example,English,,", "Ada Pel,Chaplain,,,ap@pel.example,German,,");
        var likelier = await WeberAsync();

        // A run of the engine takes questions away that it would not ask: put it again, less likely than the other.
        await _world.ProposeAsync("lead-a", (await _world.ListingAsync("lead-a", "Ada Pell")).Id, (await _world.ListingAsync("lead-b", "Ada Pel")).Id, 0.55);

        var next = await (await _world.ReviewAsync("counsellor-a", likelier)).SubmitAsync("NotSure");

        next.Text.ShouldContain("Ada Pel");
        next.Text.ShouldContain("left for later");
        (await _world.OpenAsync("counsellor-a", "/directory/review?p=2")).Text.ShouldContain("was not sure");
    }

    [Fact]
    public async Task Who_decided_what_is_listed_and_an_old_decision_can_be_taken_back()
    {
        var id = await WeberAsync();
        await (await _world.ReviewAsync("counsellor-a", id)).SubmitAsync("Same");

        var decided = await _world.OpenAsync("lead-b", "/directory/review/decided");
        decided.Text.ShouldContain("Jonas Weber");
        decided.Find("form[action*=Undo]").ShouldNotBeNull();
        await decided.Form("form[action*=Undo]").SubmitAsync();

        (await _world.EntriesAsync("lead-a")).Count.ShouldBe(2);
        (await _world.OpenAsync("lead-b", "/directory/review/decided?verdict=Same")).Text.ShouldContain("Nothing is decided yet");
    }

    [Fact]
    public async Task Two_people_with_the_same_open_pair_get_one_decision_and_one_clear_message()
    {
        var id = await WeberAsync();
        var mine = await _world.ReviewAsync("counsellor-a", id);
        var theirs = await _world.ReviewAsync("lead-b", id);
        await mine.SubmitAsync("Different");

        var late = await theirs.SubmitAsync("Same");

        late.Text.ShouldContain("Someone has decided this pair already");
        (await _world.EntriesAsync("lead-a")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_is_none_of_the_four_is_refused_and_the_pair_still_waits()
    {
        var id = await WeberAsync();

        var answer = await (await _world.ReviewAsync("counsellor-a", id)).Force("verdict", "Perhaps").SubmitAsync("Same");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await QuestionAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_decision_of_another_network_is_neither_seen_nor_undone()
    {
        var id = await WeberAsync();
        await (await _world.ReviewAsync("counsellor-a", id)).SubmitAsync("Same");
        var decision = await _world.AskAsync("lead-a", db => db.Set<JoinDecision>().Select(d => d.Id).FirstAsync());

        (await _world.OpenAsync("lead-c", "/directory/review/decided")).Text.ShouldNotContain("Weber");
        var refusal = await _world.App.InScopeAsync("lead-c", services => services.GetRequiredService<UndoDecisionHandler>()
            .HandleAsync(new UndoDecision(decision.Value), services.GetRequiredService<Kernel.ICurrentActor>().Actor, CancellationToken.None));

        refusal.ShouldBe(UndoDecisionHandler.NotThere);
        (await _world.EntriesAsync("lead-a")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_and_the_clinic_of_the_same_name_are_neither_joined_nor_asked_about()
    {
        await _world.TakeInAsync("lead-a", DirectoryWorld.Crowd(60), share: true);
        await _world.TakeInAsync("lead-a", Heads + "Theodora Lindqvist,Psychologist,Lindqvist Clinic,555 0144,info@lindqvist.example,Swedish,,5 Quay Street\n", share: true);
        await _world.TakeInAsync("lead-b", Heads + ",Psychologist,Lindqvist Clinic,555 0144,info@lindqvist.example,Swedish,,5 Quay Street\n", share: true);

        (await _world.EntriesAsync("lead-a")).Count(e => e.SearchText.Contains("lindqvist", StringComparison.Ordinal)).ShouldBe(2);
        (await _world.AskAsync("lead-a", db => db.Set<JoinProposal>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_shared_clinic_phone_address_and_mail_do_not_join_two_people()
    {
        await _world.TakeInAsync("lead-a", DirectoryWorld.Crowd(60), share: true);
        await _world.TakeInAsync("lead-a", Heads + "Theodora Lindqvist,Psychologist,Quay Clinic,555 0144,info@quay.example,Swedish,,5 Quay Street\n", share: true);
        await _world.TakeInAsync("lead-b", Heads + "Barnabas Oyelaran,Psychologist,Quay Clinic,555 0144,info@quay.example,Yoruba,,5 Quay Street\n", share: true);

        (await _world.EntriesAsync("lead-a")).Count(e => e.SearchText.Contains("quay", StringComparison.Ordinal)).ShouldBe(2);
    }
}
