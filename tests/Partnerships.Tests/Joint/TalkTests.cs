using System.Net;

namespace Causeway.Partnerships.Tests;

public sealed class TalkTests
{
    [Theory]
    [InlineData("en", "You are invited to a talk", "An interpreter is needed.", "by your clock (Asia/Tokyo)")]
    [InlineData("fr", "Vous êtes invités à un entretien", "Un interprète est nécessaire.", "à votre heure (Asia/Tokyo)")]
    [InlineData("ar", "أنتم مدعوون إلى لقاء", "نحتاج إلى مترجم.", "(Asia/Tokyo)")]
    [InlineData("ko", "대화에 초대합니다", "통역이 필요합니다.", "(Asia/Tokyo)")]
    public async Task An_invitation_speaks_the_sides_language_and_says_that_an_interpreter_is_needed(string language, string subject, string interpreter, string clock)
    {
        await using var world = await JointWorld.WithFarSchoolAsync(language);
        await ProfileAsync(world);
        await CallAsync(world);
        await world.LinksAsync();
        var mail = world.App.Mail.Sent.Last(m => m.To == JointWorld.Mail);
        mail.Subject.ShouldBe(subject);
        mail.Body.ShouldContain(interpreter);
        mail.Body.ShouldContain(clock);
        mail.Body.ShouldContain("18:00", customMessage: "nine in Lisbon");
        (mail.Subject + mail.Body).ShouldNotContain("River letters");
        mail.Body.ShouldNotContain("The exhibition");
        mail.Body.ShouldNotContain("<");
    }

    [Fact]
    public async Task Opening_a_link_sends_nothing_and_one_press_answers()
    {
        await using var world = await JointWorld.WithFarSchoolAsync();
        await CallAsync(world);
        var links = await world.LinksAsync();
        links.Count.ShouldBe(2);
        using var guest = world.App.Anonymous();
        foreach (var link in links)
        {
            (await guest.OpenAsync(link)).Text.ShouldContain("The exhibition");
        }

        (await world.AllAsync<SideAsk>()).Single().Answer.ShouldBe(SideAnswer.Waiting, "a mail program opens links by itself");
        var page = await guest.OpenAsync(links.Single(l => l.EndsWith("/cannot", StringComparison.Ordinal)));
        (await page.Form("form").SubmitAsync()).Text.ShouldContain("Sent. Thank you.");
        (await world.AllAsync<SideAsk>()).Single().Answer.ShouldBe(SideAnswer.CannotCome);
        (await (await guest.OpenAsync(links[0])).Form("form").Set("Words", "The train came after all").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther, "plans change");
        (await world.OpenAsync("counsellor-a", "talks")).Text.ShouldContain("The train came after all");
        var wrong = links[0].Replace(links[0].Split('/')[5], links[0].Split('/')[5][..^3] + "AAA", StringComparison.Ordinal);
        (await guest.GetAsync(wrong)).Status.ShouldBe(HttpStatusCode.NotFound);
        var none = (await guest.OpenAsync(links[0])).Form("form").Without("Answer");
        (await none.PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await world.DoAsync("lead-a", "talks", "CallOff");
        await world.LinksAsync();
        world.App.Mail.Sent.Last(m => m.To == JointWorld.Mail).Subject.ShouldBe("A talk was called off");
        (await none.With(("Answer", "Comes")).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_talk_on_paper_has_both_clocks_and_belongs_to_its_sides_and_its_partnership()
    {
        await using var world = await JointWorld.WithFarSchoolAsync();
        await CallAsync(world);
        var talk = (await world.AllAsync<Talk>()).Single().Id;
        var paper = await world.OpenAsync("lead-a", $"talks/{talk}/print");
        paper.Text.ShouldContain("09:00");
        paper.Text.ShouldContain("18:00", customMessage: "nine in Lisbon");
        paper.Html.ShouldNotContain("<form");
        (await world.OpenAsync("lead-c", $"talks/{talk}/print")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("coord", $"talks/{talk}/print")).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await world.SecondAsync();
        (await world.OpenAsync("lead-a", $"../{other}/talks/{talk}/print")).Status.ShouldBe(HttpStatusCode.NotFound, "a talk of another partnership");
        (await world.OpenAsync("lead-a", $"../{other}/talks")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_in_the_mail_of_an_address_that_was_changed_leads_nowhere()
    {
        await using var world = await JointWorld.WithFarSchoolAsync();
        await CallAsync(world);
        var link = (await world.LinksAsync())[0];
        using var guest = world.App.Anonymous();
        (await guest.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);

        await world.DoAsync("lead-a", "parties", "Describe", f => f.Set("Outside.ContactMail", "another.desk@far.example"));

        (await guest.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_message_to_a_side_on_thin_internet_is_answered_from_its_mail_on_its_own_day()
    {
        await using var world = await JointWorld.WithFarSchoolAsync();
        await world.DoAsync("lead-a", "plan", "Begin");
        await world.DoAsync("lead-a", "plan/Internet", "", f => f.Set("Cells[side]", "2").Set("Cells[band]", "low"));
        var form = await world.OpenAsync("lead-a", "contacts?write=Message");
        form.Find("input[type=checkbox][name=AskByMail]")!.HasAttribute("checked").ShouldBeTrue("the plan says low");
        await world.DoAsync("lead-a", "contacts?write=Message", "", f => f.Set("Side", "2").Set("Promise", "3").Set("About", "Which week suits you?"));
        var link = (await world.LinksAsync()).Single();
        world.App.Mail.Sent.Last().Body.ShouldNotContain("Which week");
        using var guest = world.App.Anonymous();
        (await guest.OpenAsync(link)).Text.ShouldContain("Which week suits you?");
        (await world.AllAsync<ContactEntry>()).Single().IsOpen.ShouldBeTrue();
        // Late evening in London is the next day in Tokyo.
        world.App.Clock.Set(new(2026, 11, 18, 22, 0, 0, TimeSpan.Zero));
        (await (await guest.OpenAsync(link)).Form("form").Set("Words", "The second one").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<ContactEntry>()).Single().DoneOn.ShouldBe(new(2026, 11, 19));
        (await world.AllAsync<SideAsk>()).Single().Words.ShouldBe("The second one");
        (await guest.OpenAsync(link)).Find("form").ShouldBeNull("once is enough");
        var log = await world.OpenAsync("counsellor-a", "contacts");
        log.Text.ShouldContain("Answered");
        log.Text.ShouldContain("The second one");
    }

    [Fact]
    public async Task A_member_side_answers_at_home_and_each_reads_its_own_clock()
    {
        await using var world = await KeepWorld.StartAsync();
        await CallAsync(world);
        using var other = await world.App.AsAsync("lead-b");
        (await other.OpenAsync("/")).Text.ShouldContain("A talk is called: River letters");
        using (var own = await world.App.AsAsync("lead-a"))
        {
            (await own.OpenAsync("/")).Text.ShouldNotContain("A talk is called");
        }

        await world.DoAsync("lead-b", "talks", "Answer", f => f.Set("Answer", "Comes"));
        (await other.OpenAsync("/")).Text.ShouldNotContain("A talk is called");
        (await world.OpenAsync("lead-a", "talks")).Text.ShouldContain("We come");
        (await world.OpenAsync("lead-b", "talks")).Find("form[action*='handler=CallOff']").ShouldBeNull();
    }

    [Theory]
    [InlineData("Day", "2020-01-01", "Choose a day from today on.")]
    [InlineData("Time", "", "Say at what time")]
    [InlineData("Minutes", "3", "Between 5 and 720 minutes.")]
    [InlineData("How", "", "Say how you meet")]
    public async Task A_talk_that_cannot_be_called_is_refused_and_nothing_typed_is_lost(string field, string value, string words)
    {
        await using var world = await KeepWorld.StartAsync();
        var answer = await world.PressAsync("lead-a", "talks", "", f => f.Set("Day", world.Day(9)).Set("Time", "09:00").Set("How", "Telephone").Set("About", "Kept words").Set(field, value));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(words);
        answer.Find("input[name=About]")!.GetAttribute("value").ShouldBe("Kept words");
    }

    private static Task CallAsync(KeepWorld world) =>
        world.DoAsync("lead-a", "talks", "", f => f.Set("Day", world.Day(9)).Set("Time", "09:00").Set("How", "Telephone").Set("About", "The exhibition"));

    private static async Task ProfileAsync(KeepWorld world)
    {
        await world.DoAsync("lead-a", "plan", "Begin");
        await world.DoAsync("lead-a", "plan/Languages", "", f => f.Set("Cells[who]", "Parents").Set("Cells[side]", "2").Set("Cells[language]", "English").Set("Cells[level]", "little").Set("Cells[interpreter]", "yes").Set("Cells[plain]", "yes"));
        (await world.OpenAsync("lead-a", "plan")).Text.ShouldContain("Invitations say that an interpreter is needed.");
    }
}
