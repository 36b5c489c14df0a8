using System.Net;
using System.Text.Json.Nodes;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The feed as its readers see it: pages, parameters, statuses, errors.</summary>
public sealed class PublicFeedTests(PublicFeedTests.Full full) : IClassFixture<PublicFeedTests.Full>
{
    private FeedWorld Feed => full.Feed;

    [Fact]
    public async Task The_root_says_version_profile_contract_guide_and_publisher()
    {
        var about = await Feed.JsonAsync("/");

        about["version"]!.GetValue<string>().ShouldBe("3.2.3");
        foreach (var uri in (string[])["profile", "openapi_url", "data_guide"])
        {
            Uri.IsWellFormedUriString(about[uri]!.GetValue<string>(), UriKind.Absolute).ShouldBeTrue(uri);
        }

        about["publisher"]!["email"]!.GetValue<string>().ShouldBe("feed@office.example");
        (await Feed.GetAsync("", "guide")).Html.ShouldContain("# The public feed");
    }

    [Fact]
    public async Task A_service_says_what_the_school_made_public_in_the_words_of_the_standard()
    {
        var service = (await Feed.ServiceAsync("House 01"))!;

        service["status"]!.GetValue<string>().ShouldBe("active");
        service["email"]!.GetValue<string>().ShouldBe("desk@house-01.example");
        (service["minimum_age"]!.GetValue<decimal>(), service["maximum_age"]!.GetValue<decimal>()).ShouldBe((6, 18));
        service["fees_description"]!.GetValue<string>().ShouldBe("40 EUR");
        service["cost_options"]![0]!["amount"]!.GetValue<decimal>().ShouldBe(40);
        service["schedules"]![0]!["description"]!.GetValue<string>().ShouldContain("9-17");
        service["languages"]!.AsArray().Select(l => l!["code"]!.GetValue<string>()).ShouldBe(["eng", "kor"]);
        service["last_modified"]!.GetValue<string>().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$");
        var address = service["service_at_locations"]![0]!["location"]!["addresses"]![0]!;
        (address["address_1"]!.GetValue<string>(), address["city"]!.GetValue<string>(), address["postal_code"]!.GetValue<string>(), address["country"]!.GetValue<string>(), address["state_province"]!.GetValue<string>())
            .ShouldBe(("12 Oak Road", "Lisbon", "1000", "PT", ""));
        var one = await Feed.JsonAsync($"/services/{service["id"]!.GetValue<string>()}");
        one.ToJsonString().ShouldBe(service.ToJsonString());
    }

    [Fact]
    public async Task Pages_add_up_and_a_page_past_the_end_is_empty()
    {
        var ids = new List<string>();
        for (var page = 1; page <= 5; page++)
        {
            var answer = await Feed.JsonAsync($"/services?per_page=3&page={page}");
            var items = answer["contents"]!.AsArray();
            ids.AddRange(items.Select(i => i!["id"]!.GetValue<string>()));
            answer["total_items"]!.GetValue<int>().ShouldBe(Full.Houses);
            answer["total_pages"]!.GetValue<int>().ShouldBe((Full.Houses + 2) / 3);
            answer["page_number"]!.GetValue<int>().ShouldBe(page);
            answer["size"]!.GetValue<int>().ShouldBe(items.Count);
            answer["first_page"]!.GetValue<bool>().ShouldBe(page == 1);
            answer["last_page"]!.GetValue<bool>().ShouldBe(page >= (Full.Houses + 2) / 3);
            answer["empty"]!.GetValue<bool>().ShouldBe(items.Count == 0);
        }

        ids.Count.ShouldBe(Full.Houses);
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(Full.Houses);
    }

    [Theory]
    [InlineData("services")]
    [InlineData("organizations")]
    [InlineData("service_at_locations")]
    [InlineData("taxonomies")]
    [InlineData("taxonomy_terms")]
    public async Task A_crawl_equals_the_stream_and_nothing_is_null_or_said_twice(string list)
    {
        foreach (var more in (string[])["", "&full=true"])
        {
            if (more.Length > 0 && list.StartsWith("taxonom", StringComparison.Ordinal))
            {
                continue;
            }

            var crawled = new List<string>();
            for (var page = 1; ; page++)
            {
                var items = await Feed.ItemsAsync($"/{list}?per_page=4&page={page}{more}");
                if (items.Count == 0)
                {
                    break;
                }

                crawled.AddRange(items.Select(FeedJson.Write));
            }

            var stream = await Feed.GetAsync($"/{list}?format=ndjson{more}");
            stream.Headers["Content-Type"].ShouldBe("application/x-ndjson");
            stream.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(crawled);
            crawled.Count.ShouldBeGreaterThan(3);
            crawled.ShouldAllBe(c => !c.Contains(":null", StringComparison.Ordinal));
            foreach (var item in crawled.Take(3))
            {
                var id = JsonNode.Parse(item)!["id"]!.GetValue<string>();
                (await Feed.JsonAsync($"/{list}/{id}"))["id"]!.GetValue<string>().ShouldBe(id);
            }
        }
    }

    [Fact]
    public async Task Lists_carry_single_fields_and_full_nests_everything()
    {
        var plain = (await Feed.ItemsAsync("/services?per_page=1"))[0];
        plain.Any(p => p.Value is JsonArray).ShouldBeFalse();
        plain["organization"]!["name"].ShouldNotBeNull();
        (await Feed.ItemsAsync("/services?per_page=1&full=true"))[0]["phones"].ShouldNotBeNull();

        var minimal = (await Feed.ItemsAsync("/services?per_page=1&minimal=true"))[0];
        minimal.Select(p => p.Key).ShouldBe(["id", "name", "status", "last_modified", "modified_date"]);

        var organization = (await Feed.ItemsAsync("/organizations?per_page=1&full_service=true"))[0];
        organization["services"]![0]!["phones"].ShouldNotBeNull();
        organization["services"]![0]!["organization_id"]!.GetValue<string>().ShouldBe(organization["id"]!.GetValue<string>());
        var at = (await Feed.ItemsAsync("/service_at_locations?per_page=1&full=true"))[0];
        at["service"]!["phones"].ShouldNotBeNull();
        at["location"]!["addresses"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        var service = (await Feed.ServiceAsync("House 02"))!;
        var term = service["attributes"]![0]!["taxonomy_term_id"]!.GetValue<string>();
        var taxonomy = service["attributes"]![0]!["taxonomy_term"]!["taxonomy_id"]!.GetValue<string>();
        var organization = service["organization"]!["id"]!.GetValue<string>();

        (await Feed.ItemsAsync($"/services?organization_id={organization}")).ShouldHaveSingleItem()["name"]!.GetValue<string>().ShouldBe("House 02");
        (await Feed.ItemsAsync($"/services?taxonomy_term_id={term}&taxonomy_id={taxonomy}&search=house%2002")).Count.ShouldBe(1);
        (await Feed.ItemsAsync($"/services?taxonomy_term_id={Guid.NewGuid()}")).ShouldBeEmpty();
        (await Feed.ItemsAsync($"/services?taxonomy_term_id={term}&search=nobodyhere")).ShouldBeEmpty();
        (await Feed.ItemsAsync("/service_at_locations?postcode=1000")).Count.ShouldBe(Full.Houses - 1);
        (await Feed.ItemsAsync("/service_at_locations?latitude=38.7&longitude=-9.1&proximity=2000")).ShouldHaveSingleItem()["service"]!["name"]!.GetValue<string>().ShouldBe("House 99");
        (await Feed.ItemsAsync("/service_at_locations?latitude=38.9&longitude=-9.1&proximity=2000")).ShouldBeEmpty();
        (await Feed.ItemsAsync("/service_at_locations?postcode=2000&proximity=100")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Modified_after_is_on_or_after_and_takes_a_blank_for_a_plus()
    {
        var last = (await Feed.ItemsAsync("/services?per_page=100")).Select(s => s["last_modified"]!.GetValue<string>()).Order(StringComparer.Ordinal).Last();

        (await Feed.ItemsAsync($"/services?modified_after={Uri.EscapeDataString(last)}")).ShouldNotBeEmpty();
        (await Feed.ItemsAsync($"/services?modified_after={last}")).ShouldNotBeEmpty();
        (await Feed.ItemsAsync($"/services?modified_after={Uri.EscapeDataString(DateTimeOffset.Parse(last, null).AddMilliseconds(1).ToString("O"))}")).ShouldBeEmpty();
        (await Feed.ItemsAsync("/services?modified_after=2000-01-01")).Count.ShouldBe(Full.Houses);
    }

    [Theory]
    [InlineData("/services?page=0", "page")]
    [InlineData("/services?page=x", "page")]
    [InlineData("/services?per_page=-1", "per_page")]
    [InlineData("/services?format=xml", "format")]
    [InlineData("/services?organization_id=12", "organization_id")]
    [InlineData("/services?full=maybe", "full")]
    [InlineData("/services?full=true&minimal=true", "minimal")]
    [InlineData("/services?modified_after=yesterday", "modified_after")]
    [InlineData("/services?page=1&page=2", "page")]
    [InlineData("/services/not-an-id", "id")]
    [InlineData("/service_at_locations?proximity=100", "proximity")]
    [InlineData("/service_at_locations?postcode=nowhere", "postcode")]
    [InlineData("/service_at_locations?latitude=1", "longitude")]
    [InlineData("/service_at_locations?latitude=91&longitude=1&proximity=5", "latitude")]
    [InlineData("/taxonomy_terms?top_only=true&parent_id=6f2a4c1e-9a0b-4e57-8c3d-2b7f5a90d114", "top_only")]
    public async Task What_cannot_be_read_is_named_and_never_echoed(string path, string parameter)
    {
        var page = await Feed.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.BadRequest, page.Html);
        page.Headers["Content-Type"].ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(page.Html)!;
        problem["status"]!.GetValue<int>().ShouldBe(400);
        problem["type"]!.GetValue<string>().ShouldEndWith("/hsds/problems#bad-parameter");
        problem["errors"]!.AsArray().Select(e => e!["parameter"]!.GetValue<string>()).ShouldContain(parameter);
        problem.ToJsonString().ShouldNotContain("yesterday");
        problem.ToJsonString().ShouldNotContain("nowhere");
    }

    [Fact]
    public async Task Statuses_methods_and_headers_are_those_of_a_public_read_only_interface()
    {
        var list = await Feed.GetAsync("/services?colour=red&per_page=1000");
        list.Headers["X-Ignored-Parameters"].ShouldBe("colour");
        list.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        list.Headers["Cache-Control"].ShouldBe("public, no-cache");
        (await Feed.GetAsync("/services", headers: ("If-None-Match", (await Feed.GetAsync("/services")).Headers["ETag"]))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await Feed.GetAsync("/services?format=ndjson", headers: ("If-None-Match", (await Feed.GetAsync("/services?format=ndjson")).Headers["ETag"]))).Status.ShouldBe(HttpStatusCode.NotModified);
        var head = await Feed.GetAsync("/services", method: "HEAD");
        (head.Status, head.Bytes.Length).ShouldBe((HttpStatusCode.OK, 0));
        (await Feed.GetAsync("/services", method: "POST")).Html.ShouldBe((await Feed.GetAsync("/services")).Html);
        var put = await Feed.GetAsync("/services", method: "PUT");
        (put.Status, put.Headers["Allow"]).ShouldBe((HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST, OPTIONS"));
        (await Feed.GetAsync($"/services/{Guid.NewGuid()}", method: "POST")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        var asks = await Feed.GetAsync("/services", "first-net", "OPTIONS", ("Origin", "https://city.example"), ("Sec-Fetch-Site", "cross-site"), ("Access-Control-Request-Method", "GET"));
        (asks.Status, asks.Headers["Access-Control-Allow-Origin"]).ShouldBe((HttpStatusCode.NoContent, "*"));
        (await Feed.GetAsync("/services", "first-net", "POST", ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Feed.GetAsync("/services", headers: ("Accept", "text/html"))).Status.ShouldBe(HttpStatusCode.NotAcceptable);
        (await Feed.GetAsync("/services", headers: ("Accept", "text/html, */*;q=0.1"))).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var path in (string[])["/nothing", "/services/" + Guid.NewGuid(), "/services/a/b", "/taxonomies/" + Guid.NewGuid()])
        {
            (await Feed.GetAsync(path)).Status.ShouldBe(path.EndsWith("/b", StringComparison.Ordinal) || path.Length > 10 || path == "/nothing" ? HttpStatusCode.NotFound : HttpStatusCode.OK, path);
        }

        (await Feed.GetAsync("/services", "no-such-network")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Feed.World.OpenAsync("lead-a", "/directory/public")).Headers.ContainsKey("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Terms_are_named_in_the_readers_language_and_stand_under_their_groups()
    {
        var top = await Feed.ItemsAsync("/taxonomy_terms?top_only=true&per_page=100");
        top.ShouldAllBe(t => t["parent_id"] == null);
        var health = top.Single(t => t["code"]!.GetValue<string>() == "Health");
        var inside = await Feed.ItemsAsync($"/taxonomy_terms?parent_id={health["id"]!.GetValue<string>()}");
        inside.ShouldContain(t => t["code"]!.GetValue<string>() == "health.anxiety");
        (await Feed.ItemsAsync("/taxonomies")).Count.ShouldBe(4);
        var korean = await Feed.GetAsync("/taxonomies", headers: ("Accept-Language", "ko"));
        korean.Headers["Content-Language"].ShouldStartWith("ko");
        (await Feed.GetAsync("/taxonomies", headers: ("Accept-Language", "en"))).Headers["ETag"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var own = new FeedWorld();
        await own.InitializeAsync();
        own.Limits.Most = FeedLimits.RequestsAMinute;
        for (var i = 0; i < FeedLimits.RequestsAMinute; i++)
        {
            (await own.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await own.GetAsync("/");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers["Content-Type"].ShouldBe("application/problem+json");
        int.Parse(refused.Headers["Retry-After"], null).ShouldBeInRange(1, 60);
        own.App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await own.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    public sealed class Full : IAsyncLifetime
    {
        public const int Houses = 8;

        public FeedWorld Feed { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Feed.InitializeAsync();
            for (var i = 1; i < Houses; i++)
            {
                await Feed.PublishAsync("lead-a", FeedWorld.House($"House {i:00}"), $"House {i:00}");
                Feed.App.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            var heads = FeedWorld.Heads.TrimEnd() + ",Latitude,Longitude\n";
            var far = FeedWorld.House("House 99", "1 Far Road,2000,Porto,North,Counselling for families,,,,,,").Split('\n')[1] + ",38.7,-9.1\n";
            await Feed.PublishAsync("lead-a", heads + far, "House 99");
        }

        public ValueTask DisposeAsync() => Feed.DisposeAsync();
    }
}
