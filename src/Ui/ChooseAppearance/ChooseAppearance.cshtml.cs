using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Ui;

[OpenTo(Audience.Everyone)]
internal sealed class ChooseAppearanceModel(TextCatalogue texts, PageFrame frame) : CausewayPage
{
    private static readonly string[] Themes = ["auto", "light", "dark"];

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IEnumerable<CultureInfo> Known => texts.Languages.Select(CultureInfo.GetCultureInfo);

    public void OnGet()
    {
        Language = frame.Language;
        Theme = frame.Theme ?? "auto";
        Back = Links.IsLocal(Back) ? Back : "/";
    }

    public IActionResult OnPost()
    {
        Back = Links.IsLocal(Back) ? Back : "/";
        if (!texts.Languages.Contains(Language, StringComparer.OrdinalIgnoreCase))
        {
            return Refuse(new Refusal("appearance.unknown-language", "Choose one of the languages.", nameof(Language)));
        }

        if (!Themes.Contains(Theme, StringComparer.Ordinal))
        {
            return Refuse(new Refusal("appearance.unknown-theme", "Choose one of the colours.", nameof(Theme)));
        }

        Keep(ReaderLanguage.Cookie, Language!);
        Keep(PageFrame.ThemeCookie, Theme!);
        return new SeeOther(Back!);
    }

    private void Keep(string cookie, string value) => Response.Cookies.Append(cookie, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });
}
