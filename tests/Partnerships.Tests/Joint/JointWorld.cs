using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships.Tests;

/// <summary>Steps that several tests of joint work take, all through the pages.</summary>
internal static partial class JointWorld
{
    public const string Mail = "hana@far.example";

    public static readonly byte[] Pdf = "%PDF-1.4\n% a page\n%%EOF\n"u8.ToArray();

    public static Task<KeepWorld> WithFarSchoolAsync(string language = "en") => KeepWorld.StartAsync(outside: true, mail: Mail, language: language);

    public static async Task<Guid> AddFileAsync(this KeepWorld world, string person, string name, byte[] bytes, string? place = null)
    {
        var before = (await world.AllAsync<PartnershipFile>()).Select(f => f.Id).ToHashSet();
        var answer = await world.PressAsync(person, "files", "", f =>
        {
            f.Attach("Files", name, bytes);
            if (place is not null)
            {
                f.Set("Place", place);
            }
        });
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return (await world.AllAsync<PartnershipFile>()).Single(f => !before.Contains(f.Id)).Id.Value;
    }

    /// <summary>A project with one line in each part.</summary>
    public static async Task<Guid> BeginProjectAsync(this KeepWorld world, string person = "lead-a", bool started = true)
    {
        await world.DoAsync(person, "projects", "", f => f.Set("Title", "Rivers in figures").Set("StartsOn", world.Day(-20)).Set("EndsOn", world.Day(40)));
        var id = (await world.AllAsync<JointProject>()).OrderBy(p => p.BegunAt).ThenBy(p => p.Id.Value).Last().Id.Value;
        await world.DoAsync(person, $"projects/{id}/Curriculum", "", f => f.Set("Cells[subject]", "Science").Set("Cells[unit.1]", "Year 8, unit 4").Set("Cells[unit.2]", "Primary 6, tables"));
        await world.DoAsync(person, $"projects/{id}/Activities", "", f => f.Set("Cells[what]", "Measure on one day").Set("Cells[learning.1]", "Fair tests"));
        if (started)
        {
            await world.DoAsync(person, $"projects/{id}", "Start");
        }

        return id;
    }

    /// <summary>Sends what waits, and gives the addresses that stand in the last mail to the far school.</summary>
    public static async Task<IReadOnlyList<string>> LinksAsync(this KeepWorld world)
    {
        while (await world.App.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }

        return [.. Link().Matches(world.App.Mail.Sent.Last(m => m.To == Mail).Body).Select(m => new Uri(m.Value).AbsolutePath)];
    }

    public static async Task<string> SideLinkAsync(this KeepWorld world)
    {
        await world.DoAsync("lead-a", "parties", "Link");
        return (await world.LinksAsync()).Single();
    }

    /// <summary>A second partnership of School A, with a body outside.</summary>
    public static Task<Guid> SecondAsync(this KeepWorld world) => world.App.InScopeAsync("lead-a", async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var networks = services.GetRequiredService<INetworkDirectory>();
        var partnership = Partnership.Begin(db.Scope.Network, new("Another tie", PartnershipType.Ngo, "P", "D", null, null), Formality.Informal, db.Scope.Actor, world.Today, world.App.Clock).Partnership!;
        db.AddRange(partnership, Party.Join(partnership, 1, (await networks.FindOrganisationAsync(world.App.Organisation("school-a"), CancellationToken.None))!, world.App.Clock));
        db.Add(Party.Describe(partnership, 2, new("Night Line", OrganisationKind.Ngo, "", "Europe/Lisbon", "en", "", "", null), world.App.Clock).Party!);
        db.Record("partnership.begun", partnership.Id.Value);
        await db.SaveChangesAsync();
        return partnership.Id.Value;
    });

    public static TestForm With(this TestForm form, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            form.Force(name, value);
        }

        return form;
    }

    /// <summary>Sends the fields of a page's form to another address, as an attacker would.</summary>
    public static Task<TestPage> PostToAsync(this TestForm form, TestBrowser browser, string url) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form.Fields) });

    [GeneratedRegex(@"http://localhost/partner/\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
