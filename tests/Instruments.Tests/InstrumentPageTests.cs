using System.Net;
using Causeway.TestKit;

namespace Causeway.Instruments.Tests;

public sealed class InstrumentPageTests
{
    [Fact]
    public async Task A_shipped_instrument_is_shown_printed_and_taken_along_to_the_byte()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        (await teacher.OpenAsync("/instruments")).Text.ShouldContain("Pulse of a partnership");
        (await teacher.OpenAsync("/instruments/forms/due-diligence")).Text.ShouldContain("Red flag: stands above every score");
        (await teacher.OpenAsync("/instruments/forms/pulse/print")).Text.ShouldContain("Written for Causeway, not a copy");
        (await teacher.GetAsync("/instruments/forms/pulse/file/json")).Html.ShouldBe(ShippedInstruments.TextOf("pulse"));
        (await teacher.GetAsync("/instruments/forms/pulse/file/csv")).Html.ShouldBe(InstrumentCsv.Write(ShippedInstruments.Find("pulse")!));
        (await teacher.GetAsync("/instruments/forms/pulse/file/exe")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.GetAsync("/instruments/forms/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_copy_is_changed_in_the_editor_and_another_network_does_not_see_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        var copied = await (await coord.OpenAsync("/instruments/forms/network-annual-review")).Form("form[action*=Copy]").Set("Title", "Our yearly look back").PostAsync();
        copied.Location.ShouldBe("/instruments/forms/our-yearly-look-back/edit");
        (await coord.OpenAsync(copied.Location!)).Document.QuerySelectorAll("main form").Length.ShouldBeGreaterThan(2);
        var form = (await coord.OpenAsync("/instruments/forms/our-yearly-look-back/items/new?section=open")).Form("main form[method=post]");
        (await form.Set("Input.Text", "").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form = (await coord.OpenAsync("/instruments/forms/our-yearly-look-back/items/new?section=open")).Form("main form[method=post]");
        var wrong = await form.Set("Input.Text", "Which?").Set("Input.Kind", "OneChoice").Set("Input.Choices", "a = A").PostAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("A choice has 2 to");
        wrong.Find("textarea[name='Input.Choices']")!.TextContent.Trim().ShouldBe("a = A");
        (await wrong.Form("main form[method=post]").Set("Input.Choices", "a = A\nb = B = More of it").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await coord.OpenAsync("/instruments/forms/our-yearly-look-back")).Text.ShouldContain("Which?");
        using var other = await app.AsAsync("coord-c");
        (await other.GetAsync("/instruments/forms/our-yearly-look-back")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var teacher = await app.AsAsync("teacher-a");
        (await teacher.GetAsync("/instruments/forms/our-yearly-look-back/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_edit_at_once_are_told()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        var made = await (await coord.OpenAsync("/instruments")).Form("main form[method=post]").Set("Title", "Ours").PostAsync();
        var (one, two) = (await coord.OpenAsync(made.Location!), await coord.OpenAsync(made.Location!));
        (await one.Form().Set("Title", "Ours, first").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await two.Form().Set("Title", "Ours, second").PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Taking_one_in_says_which_lines_are_wrong_and_takes_a_right_one()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var page = await lead.OpenAsync("/instruments/import");
        var wrong = await page.Form().Set("Text", "row,key,text,kind\ninstrument,mine,Mine,\nsection,one,One,\nitem,a,A,slider").PostAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("Line 4: “slider” is not known here.");
        var json = InstrumentJson.Write(FormatTests.Awkward());
        var done = await (await lead.OpenAsync("/instruments/import")).Form().Attach("Upload", "a.json", System.Text.Encoding.UTF8.GetBytes(json)).PostAsync();
        done.Location.ShouldBe("/instruments/forms/awkward");
        (await lead.GetAsync("/instruments/forms/awkward/file/json")).Html.ShouldBe(json);
        var shipped = await (await lead.OpenAsync("/instruments/import")).Form().Set("Text", ShippedInstruments.TextOf("pulse")).PostAsync();
        shipped.Text.ShouldContain("belongs to an instrument that comes with the program");
        (await (await lead.OpenAsync("/instruments/import")).Form().PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
