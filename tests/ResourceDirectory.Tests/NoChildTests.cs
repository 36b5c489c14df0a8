using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>
/// What is kept about ties, outcomes and waits has no place for a child or a case. The columns are named one by one: who
/// adds one must come by here.
/// </summary>
public sealed class NoChildTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    [Theory]
    [InlineData(typeof(Tie), "Id OrganisationId Post HolderName PostTitle EntryId About Professional Since LastContact Strengths Note EndedOn Version")]
    [InlineData(typeof(TieNotice), "Id NetworkId Source SourceName Post PostTitle EntryId About Professional Since LastContact Strengths EndedOn")]
    [InlineData(typeof(NetworkExperience), "Id NetworkId EntryId About Outcome Month")]
    [InlineData(typeof(OutcomeTold), "Id OrganisationId EntryId About Outcome Month")]
    [InlineData(typeof(WaitingObservation), "Id NetworkId EntryId About Source SourceName SaidBy Until FromDays ToDays On")]
    [InlineData(typeof(CommunityConfirmation), "Id NetworkId EntryId About Community Source SourceName On")]
    [InlineData(typeof(Visit), "Id OrganisationId EntryId About Kind On People Note WrittenByName")]
    public async Task A_table_has_these_columns_and_no_other(Type entity, string columns)
    {
        var names = await world.AskAsync("lead-a", db => Task.FromResult(db.Model.FindEntityType(entity)!.GetProperties().Select(p => p.Name).ToList()));
        names.Order(StringComparer.Ordinal).ShouldBe(columns.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_outcome_holds_no_text_of_any_kind()
    {
        var texts = await world.AskAsync("lead-a", db => Task.FromResult(new[] { typeof(NetworkExperience), typeof(OutcomeTold) }
            .SelectMany(t => db.Model.FindEntityType(t)!.GetProperties()).Where(p => p.ClrType == typeof(string)).Select(p => p.Name).ToList()));
        texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_that_asks_for_an_outcome_has_no_field_for_words()
    {
        await world.TakeInAsync("lead-a", "Name,Profession,Phone,Help offered\nNora Nowords,Psychologist,555 0199,help\n", share: true);
        var page = await world.OpenAsync("lead-a", $"/directory/entries/{(await world.EntryAsync("lead-a", "Nora Nowords")).Id}/outcome");
        page.Document.QuerySelectorAll("main textarea, main input[type=text], main input:not([type])").ShouldBeEmpty();
        page.Form().Has("Outcome").ShouldBeTrue();
    }
}
