using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Causeway.Ui.Tests;

public sealed partial class AssetTests(House house) : IClassFixture<House>
{
    private static readonly AssetCatalogue Assets = new(Array.Empty<System.Reflection.Assembly>());

    [Theory]
    [InlineData("/design", "")]
    [InlineData("/design?lang=ar", "lib/inter/inter-latin-ext.woff2 lib/inter/inter-cyrillic.woff2")]
    public async Task A_first_page_weighs_at_most_150_kilobytes(string path, string moreFonts)
    {
        using var browser = house.Open();
        var page = await browser.PageAsync(path);
        var addresses = page.QuerySelectorAll("link[href],script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Append(Assets.Url("icons.svg"))
            .Concat(moreFonts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Assets.Url))
            .Distinct(StringComparer.Ordinal);
        var weight = Gzip(page.Source.Text).Length;
        foreach (var address in addresses)
        {
            var reply = await browser.GetAsync(address, ("Accept-Encoding", "gzip"));
            reply.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            weight += (await reply.Content.ReadAsByteArrayAsync()).Length;
        }

        weight.ShouldBeInRange(50_000, 150_000);
        TestContext.Current.SendDiagnosticMessage("{0}: {1} bytes", path, weight);
    }

    [Fact]
    public async Task The_next_page_weighs_at_most_30_kilobytes()
    {
        using var browser = house.Open();
        Gzip(await (await browser.GetAsync("/design")).Content.ReadAsStringAsync()).Length.ShouldBeLessThan(30_000);
    }

    [Fact]
    public async Task An_asset_is_kept_for_ever_under_the_hash_of_its_bytes()
    {
        using var browser = house.Open();
        var reply = await browser.GetAsync(Assets.Url("causeway.css"));
        reply.Headers.CacheControl!.ToString().ShouldContain("immutable");
        reply.Headers.CacheControl.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Theory]
    [InlineData("/assets/0000000000000000/causeway.css")]
    [InlineData("/assets/0000000000000000/../causeway.css")]
    [InlineData("/assets/x/..%2f..%2fUi.csproj")]
    public async Task An_address_with_another_hash_or_path_is_not_there(string address)
    {
        using var browser = house.Open();
        (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task An_asset_travels_in_the_packing_the_browser_takes(string accepted, string? packing)
    {
        using var browser = house.Open();
        var reply = await browser.GetAsync(Assets.Url("causeway.js"), ("Accept-Encoding", accepted));
        reply.Content.Headers.ContentEncoding.FirstOrDefault().ShouldBe(packing);
        var stream = await reply.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(packing switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        });
        (await reader.ReadToEndAsync()).ShouldBe(Encoding.UTF8.GetString(Assets.Find("causeway.js", HashOf("causeway.js"))!.Bytes));
    }

    [Fact]
    public void Style_sheets_ask_nobody_else_for_anything()
    {
        foreach (var path in Assets.Paths.Where(p => p.EndsWith(".css", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(Assets.Find(path, HashOf(path))!.Bytes);
            Addresses().Matches(text).Select(m => m.Groups["a"].Value).ShouldAllBe(a => a.StartsWith("/assets/", StringComparison.Ordinal), path);
            text.ShouldNotContain("@import");
        }
    }

    [Fact]
    public void Own_scripts_are_small_and_never_run_text_as_code()
    {
        foreach (var (path, text) in Sources.Of("*.js").Where(f => !f.Path.Contains("lib", StringComparison.Ordinal)))
        {
            Encoding.UTF8.GetByteCount(text).ShouldBeLessThan(5_000, path);
            Dangerous().IsMatch(text).ShouldBeFalse(path);
        }
    }

    [Fact]
    public void Everything_taken_in_has_its_licence_beside_it()
    {
        var folders = Assets.Paths.Where(p => p.StartsWith("lib/", StringComparison.Ordinal)).Select(p => p.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
        folders.ShouldBe(["htmx", "inter", "tabler", "tabler-icons"], ignoreOrder: true);
        folders.ShouldAllBe(f => Assets.Paths.Contains($"lib/{f}/LICENSE.txt"));
    }

    [Fact]
    public void Every_icon_that_is_named_is_in_the_sheet()
    {
        var sheet = Encoding.UTF8.GetString(Assets.Find("icons.svg", HashOf("icons.svg"))!.Bytes);
        var named = Sources.Of("*.cs").Concat(Sources.Of("*.cshtml"))
            .SelectMany(f => IconNames().Matches(f.Text)).Select(m => m.Groups["n"].Value).Distinct(StringComparer.Ordinal).ToList();
        named.Count.ShouldBeGreaterThan(15);
        named.Where(n => !sheet.Contains($"id=\"{n}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string HashOf(string path) => Assets.Url(path).Split('/')[2];

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    [GeneratedRegex("url\\([\"']?(?<a>[^\"')]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|\.style\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Dangerous();

    [GeneratedRegex("""(?:DrawIcon\("|cw-icon name="|\bicon="|Icon \{ get; set; \} = ")(?<n>[a-z0-9-]+)["]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IconNames();
}
