using System.Text.Json;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

/// <summary>A network of twelve schools in six zones, each with a lead and a counsellor, and an office with the coordinator.</summary>
internal static class TwelveSchools
{
    public static readonly string[] Zones = ["Europe/London", "America/New_York", "Asia/Jakarta", "Australia/Sydney", "Africa/Nairobi", "Asia/Kolkata"];

    private static readonly string[] Languages = ["en", "fr", "ko", "ar"];

    public static IReadOnlyList<string> Keys { get; } = [.. Enumerable.Range(1, 12).Select(n => $"s{n:00}")];

    /// <summary>Keys of the two people of a school.</summary>
    public static string[] PeopleOf(string school) => [school + "-lead", school + "-counsellor"];

    public static string ZoneOf(string school) => Zones[(int.Parse(school[1..], System.Globalization.CultureInfo.InvariantCulture) - 1) % Zones.Length];

    public static async Task<TestApp> StartAsync(DateTimeOffset now, Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? change = null)
    {
        var app = await TestApp.StartAsync(change: change);
        app.Clock.Set(now);
        using var world = JsonDocument.Parse(JsonSerializer.Serialize(World()));
        await app.BuildAsync(world.RootElement);
        return app;
    }

    private static object World() => new
    {
        format = 1,
        network = new
        {
            key = "net", name = "Twelve Schools", names = new { en = "Twelve Schools" }, acronym = "TWELVE", kind = "Network", area = "Everywhere", countryCode = "XH", callingCode = "999",
            zone = "Europe/London", languages = new[] { "en" }, foundedDay = -400, about = "", logo = new { initials = "T", colour = "#1f5f6b" },
            emergency = new[] { new { number = "112", label = new { en = "Police" }, hours = "", first = true } }, emergencyCheckedDay = -5,
            duty = new { sentence = new { en = "Whoever works in a school must report." }, law = "Test Act" },
        },
        districts = new[] { "Middle" },
        organisations = Keys.Select(k => Organisation(k, "School", "School " + k[1..], ZoneOf(k))).Prepend(Organisation("office", "CommunityGroup", "Office", "Europe/London")),
        people = Keys.SelectMany((k, n) => new[]
        {
            Person(k + "-lead", k, "SafeguardingLead", ZoneOf(k), Languages[n % Languages.Length]),
            Person(k + "-counsellor", k, "Counsellor", ZoneOf(k), Languages[(n + 1) % Languages.Length]),
        }).Prepend(Person("coord", "office", "NetworkCoordinator", "Europe/London", "en")),
        lists = Array.Empty<object>(),
        history = Array.Empty<object>(),
    };

    private static object Organisation(string key, string kind, string name, string zone) => new
    {
        key, kind, name, names = new { en = name }, acronym = key.ToUpperInvariant(), legalForm = (string?)null, area = "Everywhere", district = "Middle", address = "1 Middle Street", countryCode = "XH",
        callingCode = "999", phone = "555 0100", mail = $"office@{key}.example", website = $"https://{key}.example", languages = new[] { "en" }, zone, logo = new { initials = "SC", colour = "#1f5f6b" },
        membership = new { kind = "core", fromDay = -400, existenceListed = true, founding = true },
    };

    private static object Person(string key, string organisation, string role, string zone, string language) => new
    {
        key, name = "Person " + key, nativeName = (string?)null, mail = $"{key}@people.example", language, zone, lookAt = "",
        posts = new[] { new { key = key + "-post", organisation, role, title = role, fromDay = -300, untilDay = (int?)null, deputyOf = (string?)null, primary = true } },
    };
}
