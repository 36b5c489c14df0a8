using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Accounts;

/// <summary>The people of <c>city.json</c>: active, without any factor, so that only the demo's own door lets them in.</summary>
internal sealed class DemoPeople(AppDbContext db, TimeProvider clock) : IDemoPart
{
    public int Order => 10;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        var organisations = Names(city.Description);
        var place = 0;
        foreach (var entry in city.Description.GetProperty("people").EnumerateArray())
        {
            var person = Person.Invite(Text(entry, "name") ?? "?", Text(entry, "mail") ?? $"{Text(entry, "key")}@city.example", Text(entry, "language") ?? "en", clock);
            person.Describe(person.Name, Text(entry, "language") ?? "en", Text(entry, "zone") ?? "UTC");
            person.Activate();
            person.SignedIn(clock.GetUtcNow());
            db.Add(person);
            db.Add(Guest(entry, person.Id, place++, organisations));
            city.Ids["person:" + Text(entry, "key")] = person.Id.Value;
        }

        db.Record("demo.people-made", Guid.Empty, Guid.Empty);
        await db.SaveChangesAsync(ct);
    }

    private static DemoGuest Guest(JsonElement entry, PersonId person, int place, Dictionary<string, string> organisations)
    {
        var posts = entry.TryGetProperty("posts", out var all) ? all.EnumerateArray().Where(RunsToday).ToList() : [];
        var post = posts.Count == 0 ? default : posts.FirstOrDefault(p => p.TryGetProperty("primary", out var first) && first.GetBoolean(), posts[0]);
        var inPost = post.ValueKind == JsonValueKind.Object;
        return DemoGuest.Present(
            person,
            place,
            inPost && Enum.TryParse<Role>(Text(post, "role"), out var role) ? role : null,
            (inPost ? Text(post, "title") ?? "" : "",
            inPost ? organisations.GetValueOrDefault(Text(post, "organisation") ?? "", "") : "",
            Text(entry, "lookAt") ?? ""));
    }

    private static bool RunsToday(JsonElement post) =>
        !post.TryGetProperty("untilDay", out var until) || until.ValueKind != JsonValueKind.Number || until.GetInt32() >= 0;

    private static Dictionary<string, string> Names(JsonElement description) =>
        description.TryGetProperty("organisations", out var all)
            ? all.EnumerateArray().ToDictionary(o => Text(o, "key") ?? "", o => Text(o, "name") ?? "", StringComparer.Ordinal)
            : [];

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
