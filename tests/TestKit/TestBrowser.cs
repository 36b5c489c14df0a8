using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Primitives;

namespace Causeway.TestKit;

/// <summary>
/// A browser without script: follows links, fills in the page's own forms and posts exactly their fields, so that
/// anti-forgery, form keys and field names are really tested. Redirects are followed by hand.
/// </summary>
public sealed class TestBrowser : IDisposable
{
    private static readonly Uri Home = new("http://localhost/");
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    internal TestBrowser(HttpMessageHandler server) => _http = new HttpClient(server) { BaseAddress = Home };

    public CookieContainer Cookies => _cookies;

    public void Take(StringValues setCookies)
    {
        foreach (var cookie in setCookies)
        {
            _cookies.SetCookies(Home, cookie!);
        }
    }

    /// <summary>Opens a page, following redirects.</summary>
    public async Task<TestPage> OpenAsync(string url)
    {
        var page = await GetAsync(url);
        for (var hops = 0; page.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently && hops < 5; hops++)
        {
            page = await GetAsync(page.Location!);
        }

        return page;
    }

    /// <summary>One request, no redirect followed.</summary>
    public Task<TestPage> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    public async Task<TestPage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var target = new Uri(Home, request.RequestUri!);
            request.RequestUri = target;
            if (_cookies.GetCookieHeader(target) is { Length: > 0 } cookies)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookies);
            }

            using var response = await _http.SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                Take(new StringValues([.. set]));
            }

            var bytes = await response.Content.ReadAsByteArrayAsync();
            return new TestPage(this, target, response.StatusCode, response.Headers.Location?.OriginalString, bytes, response);
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer, parsed.</summary>
public sealed class TestPage
{
    private readonly TestBrowser _browser;
    private readonly Lazy<IHtmlDocument> _document;

    internal TestPage(TestBrowser browser, Uri url, HttpStatusCode status, string? location, byte[] bytes, HttpResponseMessage response)
    {
        _browser = browser;
        (Url, Status, Location, Bytes) = (url, status, location, bytes);
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        _document = new Lazy<IHtmlDocument>(() => new HtmlParser().ParseDocument(Html));
    }

    public Uri Url { get; }

    public HttpStatusCode Status { get; }

    public string? Location { get; }

    public byte[] Bytes { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Html => System.Text.Encoding.UTF8.GetString(Bytes);

    public IHtmlDocument Document => _document.Value;

    /// <summary>All visible words in one line, for plain assertions.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    /// <summary>The form of the page (or of the part the selector names), ready to be filled in.</summary>
    /// <exception cref="InvalidOperationException">There is no such form; the text of the page is in the message.</exception>
    public TestForm Form(string selector = "main form[method=post]") =>
        Document.QuerySelector(selector) is IHtmlFormElement form
            ? new TestForm(_browser, this, form)
            : throw new InvalidOperationException($"No form '{selector}' on {Url} ({(int)Status}): {Text}");
}

/// <summary>A form as a person without script would use it.</summary>
public sealed class TestForm
{
    private readonly TestBrowser _browser;
    private readonly TestPage _page;
    private readonly IHtmlFormElement _form;
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly List<(string Name, string FileName, byte[] Bytes)> _files = [];

    internal TestForm(TestBrowser browser, TestPage page, IHtmlFormElement form)
    {
        (_browser, _page, _form) = (browser, page, form);
        foreach (var element in form.Elements)
        {
            Read(element);
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    public bool Has(string name) => _form.Elements.Any(e => e.GetAttribute("name") == name);

    /// <summary>Names of its fields that begin so, ticked or not, each once and in their order.</summary>
    public IEnumerable<string> Names(string beginning) =>
        _form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Where(n => n.StartsWith(beginning, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    public TestForm Set(string name, params string[] values)
    {
        if (!_form.Elements.Any(e => e.GetAttribute("name") == name))
        {
            throw new InvalidOperationException($"The form has no field '{name}'; it has {string.Join(", ", _form.Elements.Select(e => e.GetAttribute("name")).Distinct(StringComparer.Ordinal))}.");
        }

        _fields.RemoveAll(f => f.Key == name);
        _fields.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
        return this;
    }

    /// <summary>Sends a field as an attacker would: without its being on the page.</summary>
    public TestForm Force(string name, string value)
    {
        _fields.RemoveAll(f => f.Key == name);
        _fields.Add(KeyValuePair.Create(name, value));
        return this;
    }

    public TestForm Without(string name)
    {
        _fields.RemoveAll(f => f.Key == name);
        return this;
    }

    public TestForm Attach(string name, string fileName, byte[] bytes)
    {
        _files.Add((name, fileName, bytes));
        return this;
    }

    /// <summary>Presses a button (by its value or text; none: the first) and gives the answer, redirect not followed.</summary>
    public Task<TestPage> PostAsync(string? button = null)
    {
        var pressed = _form.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(b =>
            button is null ? b.GetAttribute("type") is not ("button" or "reset") : b.GetAttribute("value") == button || b.TextContent.Trim() == button);
        if (button is not null && pressed is null)
        {
            throw new InvalidOperationException($"The form has no button '{button}'.");
        }

        var fields = new List<KeyValuePair<string, string>>(_fields);
        if (pressed?.GetAttribute("name") is { Length: > 0 } name)
        {
            fields.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        }

        var action = pressed?.GetAttribute("formaction") ?? _form.GetAttribute("action");
        var url = string.IsNullOrEmpty(action) ? _page.Url : new Uri(_page.Url, action);
        return _browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = Content(fields) });
    }

    /// <summary>Posts and follows the redirect that a saved form answers with.</summary>
    public async Task<TestPage> SubmitAsync(string? button = null)
    {
        var answer = await PostAsync(button);
        return answer.Location is { } next ? await _browser.OpenAsync(next) : answer;
    }

    private HttpContent Content(List<KeyValuePair<string, string>> fields)
    {
        if (_files.Count == 0 && _form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in _files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        return content;
    }

    private void Read(IElement element)
    {
        var name = element.GetAttribute("name");
        if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
        {
            return;
        }

        switch (element)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } choice when choice.IsChecked:
                _fields.Add(KeyValuePair.Create(name, choice.Value is { Length: > 0 } v ? v : "on"));
                break;
            case IHtmlInputElement { Type: "checkbox" or "radio" or "file" or "submit" or "button" }:
                break;
            case IHtmlInputElement input:
                _fields.Add(KeyValuePair.Create(name, input.Value));
                break;
            case IHtmlTextAreaElement area:
                _fields.Add(KeyValuePair.Create(name, area.Value));
                break;
            case IHtmlSelectElement select:
                _fields.AddRange(select.SelectedOptions.Select(o => KeyValuePair.Create(name, o.Value)));
                break;
        }
    }
}
