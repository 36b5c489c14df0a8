using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using Causeway.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.Ui.Tests;

/// <summary>A small real server with one room, so that pages are read as a browser reads them.</summary>
public sealed class House : IAsyncLifetime
{
    private WebApplication _app = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IModule, Room>();
        builder.Services.AddSingleton<Access>();
        builder.Services.AddScoped<ICurrentActor, Reader>();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock());
        builder.Services.AddUi(o => o.IsDemo = true).ConfigureApplicationPartManager(parts =>
        {
            var own = typeof(House).Assembly;
            if (!parts.ApplicationParts.OfType<CompiledRazorAssemblyPart>().Any(p => p.Assembly == own))
            {
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(own));
            }
        });
        _app = builder.Build();
        _app.UseUiErrorPages();
        _app.Use((http, next) =>
        {
            http.Items["csp-nonce"] = "nonce-of-this-reply";
            return next();
        });
        _app.UseUiLanguage();
        _app.MapUiAssets();
        _app.MapRazorPages();
        _app.MapGet("/broken", string () => throw new InvalidOperationException("the secret cause"));
        await _app.StartAsync();
        Address = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public Browser Open() => new(Address);

    private sealed class Room : IModule
    {
        public string Name => "Room";

        public IEnumerable<PermissionRule> Permissions => [new("room.see", Relation.None), new("room.rule", Relation.None, Role.Operator)];

        public IEnumerable<NavigationEntry> Navigation =>
        [
            new(30, "Referrals", "/referrals", "send", "room.see"),
            new(0, "Home", "/", "home", "room.see"),
            new(10, "Lighthouse", "/sample", "search", "room.see"),
            new(99, "Engine room", "/engine", "key", "room.rule"),
        ];
    }

    /// <summary>Signed in, unless the request says it is a guest; reads English, unless the request says otherwise.</summary>
    private sealed class Reader(IHttpContextAccessor http) : ICurrentActor
    {
        public Actor Actor => http.HttpContext!.Request.Headers.ContainsKey("X-Guest") ? Actor.Anonymous : new(
            new PersonId(new Guid("00000000-0000-7000-8000-000000000042")), "Mara <b>Lindqvist", null, Role.Counsellor,
            null, "Lantern Hill", null, "Harbour City", http.HttpContext.Request.Headers["X-Language"].FirstOrDefault() ?? "en", "Asia/Seoul");
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 17, 8, 41, 0, TimeSpan.Zero);
    }
}

/// <summary>Keeps cookies, does not follow redirects, and reads pages as elements.</summary>
public sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request);
    }

    public async Task<IDocument> PageAsync(string path, params (string Name, string Value)[] headers) => await ReadAsync(await GetAsync(path, headers));

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    /// <summary>Posts the page's own form with its own hidden fields, and these on top.</summary>
    public Task<HttpResponseMessage> SendAsync(IDocument page, string path, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector("main form[method=post]")!;
        var all = form.QuerySelectorAll("input[type=hidden]")
            .Where(i => !fields.Any(f => string.Equals(f.Name, i.GetAttribute("name"), StringComparison.Ordinal)))
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return _http.PostAsync(path, new FormUrlEncodedContent(all));
    }

    public static async Task<IDocument> ReadAsync(HttpResponseMessage reply)
    {
        var text = await reply.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(text));
    }

    public void Dispose() => _http.Dispose();
}
