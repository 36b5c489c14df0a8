using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

/// <summary>The steps of a review through its pages, in the small world's partnership at work.</summary>
internal static class ReviewWorld
{
    public const string Focus = "What would end it?";

    public static async Task<string> OpenAsync(this KeepWorld world, string person = "lead-a", string kind = "Light", bool agree = true)
    {
        await world.DoAsync(person, "reviews", "", f => f.Set("Kind", kind).Set("Focus", Focus).Set("AnswerBy", world.Day(14)));
        var id = (await world.AllAsync<PartnershipReview>()).Single(r => r.IsOpen).Id;
        if (agree)
        {
            await world.DoAsync(person == "lead-a" ? "lead-b" : "lead-a", $"reviews/{id}", "Agree");
        }

        return $"reviews/{id}";
    }

    /// <summary>Fills the fields of a side's answers.</summary>
    public static TestForm Answer(this TestForm form, string words, string rating = "4", string felt = "3", string received = "New friends")
    {
        foreach (var lens in Enum.GetValues<Lens>())
        {
            form.Set($"Form.Statement[{lens}]", $"{words} {lens}").Set($"Form.Rating[{lens}]", rating);
            if (form.Has($"Form.Proof[{lens}]"))
            {
                form.Set($"Form.Proof[{lens}]", "The minutes");
            }
        }

        return form.Set("Form.Received", received).Set("Form.Felt", felt);
    }

    public static async Task<TestPage> HandInAsync(this KeepWorld world, string person, string review, string words, string rating = "4", string felt = "3", string received = "New friends", Action<TestForm>? also = null, string button = "true")
    {
        using var browser = await world.App.AsAsync(person);
        var form = (await browser.OpenAsync($"/partnerships/{world.Id}/{review}/answers")).Form("main form[action$=answers]").Answer(words, rating, felt, received);
        also?.Invoke(form);
        return await form.PostAsync(button);
    }

    public static async Task BothAnswerAsync(this KeepWorld world, string review)
    {
        (await world.HandInAsync("lead-a", review, "Ours on")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.HandInAsync("lead-b", review, "Theirs on")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    public static async Task FindAsync(this KeepWorld world, string review, string text = "We plan too late", string person = "lead-a")
    {
        var owner = (await world.AllAsync<PartyOwner>()).First(o => o.Name == "lead-b");
        await world.DoAsync(person, $"{review}/findings", "", f => f.Set("Lens", "Leadership").Set("Text", text).Set("Owner", owner.Id.ToString()));
    }

    public static async Task<ReviewFinding> EndAsync(this KeepWorld world, string review, FindingEnd end, string words, string? holder = null, int due = 10, string person = "lead-a")
    {
        var finding = (await world.AllAsync<ReviewFinding>()).First(f => f.IsOpen);
        var owner = (await world.AllAsync<PartyOwner>()).FirstOrDefault(o => o.Name == holder);
        await world.DoAsync(person, $"{review}/findings?finding={finding.Id}", "End", f =>
        {
            f.Set("End", end.ToString()).Set("EndText", words);
            if (owner is not null)
            {
                f.Set("Holder", owner.Id.ToString()).Set("DueOn", world.Day(due));
            }
        });
        return (await world.AllAsync<ReviewFinding>()).First(f => f.Id == finding.Id);
    }

    public static async Task MarkAsync(this KeepWorld world, string review)
    {
        foreach (var person in new[] { "lead-a", "lead-b" })
        {
            await world.DoAsync(person, review, "Mark", f => f.Set("Alike", "Near").Set("Need", "Yes"));
        }
    }

    public static async Task SponsorsSignAsync(this KeepWorld world)
    {
        foreach (var person in new[] { "lead-a", "lead-b" })
        {
            await world.DoAsync(person, "sponsors?occasion=Review", "", f => f.Set("StandsBehind", "true").Set("Evidence", "Signed letter"));
        }
    }

    /// <summary>Everything a conclusion asks for.</summary>
    public static async Task<string> ReadyAsync(this KeepWorld world)
    {
        var review = await world.OpenAsync();
        await world.BothAnswerAsync(review);
        await world.MarkAsync(review);
        await world.FindAsync(review);
        await world.EndAsync(review, FindingEnd.Decision, "Dates stand a term ahead");
        await world.SponsorsSignAsync();
        return review;
    }

    public static Task<TestPage> ProposeAsync(this KeepWorld world, string person, string review, string outcome = "Renew", int next = 300, int? until = 900) =>
        world.PressAsync(person, $"{review}/conclusion", "", f => f.Set("Outcome", outcome).Set("NextOn", world.Day(next)).Set("RenewTo", until is { } d ? world.Day(d) : "").Set("Words", "It bears both of us"));

    public static async Task ConcludeAsync(this KeepWorld world, string review, string outcome = "Renew")
    {
        (await world.ProposeAsync("lead-a", review, outcome)).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.DoAsync("lead-b", $"{review}/conclusion", "Agree");
    }
}
