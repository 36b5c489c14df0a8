using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Causeway.Partnerships.Tests;

/// <summary>Conclusions on outside bodies as the test says.</summary>
internal sealed class SaidCheck : IOutsideCheck
{
    public Dictionary<Guid, OutsideVerdict> Verdicts { get; } = [];

    /// <summary>Happens once, while the gate looks.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public async Task<OutsideVerdict?> OfAsync(Guid examinedBody, CancellationToken ct)
    {
        if (Meanwhile is { } act)
        {
            Meanwhile = null;
            await act();
        }

        return Verdicts.GetValueOrDefault(examinedBody);
    }

    public Task<IReadOnlyList<(Guid Id, string Name)>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<(Guid Id, string Name)>>([.. Verdicts.Keys.Select(k => (k, "File " + k))]);
}

/// <summary>The small world with a partnership of School A: with School B, or with a body outside.</summary>
internal sealed partial class PartnershipWorld : IAsyncDisposable
{
    public const string Outside = "kiri@far.example";

    private PartnershipWorld(TestApp app, SaidCheck check) => (App, Check) = (app, check);

    public TestApp App { get; }

    public SaidCheck Check { get; }

    public Guid Id { get; private set; }

    public string Here => $"/partnerships/{Id}";

    public static async Task<PartnershipWorld> StartAsync(bool outside = false, OrganisationKind kind = OrganisationKind.School)
    {
        var check = new SaidCheck();
        var world = new PartnershipWorld(await TestApp.StartWithWorldAsync(change: s => s.Replace(ServiceDescriptor.Scoped<IOutsideCheck>(_ => check))), check);
        using var lead = await world.App.AsAsync("lead-a");
        var form = (await lead.OpenAsync("/partnerships/new")).Form().Set("Title", "Rivers on both sides").Set("Driver", "A flood in spring").Set("Formality", "Signed");
        if (outside)
        {
            form.Set("Outside.Name", "Kauri School").Set("Outside.Kind", kind.ToString()).Set("Outside.Zone", "Pacific/Auckland").Set("Outside.ContactName", "Kiri Far").Set("Outside.ContactMail", Outside);
        }
        else
        {
            form.Set("Member", world.App.Organisation("school-b").ToString());
        }

        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        world.Id = Guid.Parse(answer.Location!.Split('/')[2]);
        return world;
    }

    /// <summary>Presses a form of a page.</summary>
    public async Task<TestPage> PressAsync(string person, string path, string selector, Action<TestForm>? fill = null, string? button = null)
    {
        using var browser = await App.AsAsync(person);
        var form = (await browser.OpenAsync(path)).Form(selector);
        fill?.Invoke(form);
        return await form.PostAsync(button);
    }

    public async Task<TestPage> OpenAsync(string person, string path)
    {
        using var browser = await App.AsAsync(person);
        return await browser.GetAsync(path);
    }

    public async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = App.Maintenance();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public async Task<string> LinkAsync(string address = Outside)
    {
        while (await App.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }

        return new Uri(Link().Match(App.Mail.Sent.Last(m => m.To == address).Body).Value).AbsolutePath;
    }

    /// <summary>Hands in a side's sheet through the page.</summary>
    public async Task FillSheetAsync(string person, string secretWish, string length = "year")
    {
        var answer = await PressAsync(person, $"{Here}/sheet", "main form[method=post]", f => f.Set("Answers[want]", secretWish).Set("Answers[field]", "lessons", "staff").Set("Answers[give]", "Two hours").Set("Answers[length]", length), "true");
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
    }

    /// <summary>Everything a plan needs before it is confirmed, through its pages.</summary>
    public async Task FillPlanAsync(string person = "lead-a")
    {
        (await PressAsync(person, $"{Here}/plan", "form[action*=Begin]")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await LineAsync(person, PlanPartKind.Aims, f => f.Set("Cells[aim]", "compare").Set("Cells[evidence]", "work"));
        await LineAsync(person, PlanPartKind.Activities, f => f.Set("Cells[what]", "Measure two rivers").Set("Cells[learning.1]", "Science, year 8"));
        await LineAsync(person, PlanPartKind.Milestones, f => f.Set("Cells[what]", "First figures").Set("Cells[on]", "2031-03-03"));
        await LineAsync(person, PlanPartKind.Roles, f => f.Set("Cells[task]", "Figures").Set("Cells[responsible]", "Tess"));
        await LineAsync(person, PlanPartKind.Talk, f => f.Set("Cells[channel]", "Mail").Set("Cells[reply]", "3"));
        await LineAsync(person, PlanPartKind.Tools, f => f.Set("Cells[tool]", "Telephone").Set("Cells[use]", "fallback"));
        (await PressAsync(person, $"{Here}/plan/Barriers", "form[action*=None]")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    public async Task LineAsync(string person, PlanPartKind part, Action<TestForm> fill)
    {
        var answer = await PressAsync(person, $"{Here}/plan/{part}", $"form[action$='plan/{part}']", fill);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
    }

    public async Task ConfirmAsync(string person) =>
        (await PressAsync(person, $"{Here}/plan", "form[action*=Confirm]")).Status.ShouldBe(HttpStatusCode.SeeOther);

    /// <summary>Makes a version that both heads sign, the one of School A first.</summary>
    public async Task<TestPage> MakeAsync(string? summary = null) => await PressAsync("lead-a", $"{Here}/agreement/new", "main form[method=post]", f =>
    {
        f.Set("Signers[0].Person", App.Person("head-a").ToString()).Set("Signers[1].Person", App.Person("head-b").ToString());
        if (summary is not null)
        {
            f.Set("Summary", summary);
        }
    });

    public Task<TestPage> SignAsync(string person) => PressAsync(person, $"{Here}/agreement/sign", "main form[method=post]", f => f.Set("Agreed", "true"));

    /// <summary>Purpose, review, sponsors and second owners of both schools.</summary>
    public async Task NameEverybodyAsync()
    {
        (await PressAsync("lead-a", $"{Here}/basics", "main form[method=post]", f => f.Set("Purpose", "Pupils compare").Set("ReviewOn", "2031-06-01"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var (person, owners) in new[] { ("lead-a", new[] { "counsellor-a" }), ("counsellor-b", ["counsellor-b", "teacher-b"]) })
        {
            (await PressAsync(person, $"{Here}/parties", "form[action*=Sponsor]", f => f.Set("SponsorName", "A head").Set("SponsorCapacity", "Head"))).Status.ShouldBe(HttpStatusCode.SeeOther);
            foreach (var owner in owners)
            {
                (await PressAsync(person, $"{Here}/parties", "form[action*=Owner]:has([name=Person])", f => f.Set("Person", App.Person(owner).ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
            }
        }
    }

    public Task<TestPage> GoAsync(string person, Stage to) => PressAsync(person, $"{Here}/stage", "form[action*=Stage]", f => f.Set("To", to.ToString()).Set("Evidence", "A meeting"));

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    [GeneratedRegex(@"http://localhost/partner/\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
