using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>Whether this device reads light pages. Kept on the device only: the next one may sit on a better line.</summary>
[Requires(PartnershipsPermissions.See)]
internal sealed class ChooseTextPage : CausewayPage
{
    private static readonly Refusal NoChoice = new("text.no-choice", "Choose one of the three.", nameof(Choice));

    [BindProperty]
    public string? Choice { get; set; }

    /// <summary>Where one came from.</summary>
    [BindProperty(SupportsGet = true, Name = "partnership")]
    public Guid? Partnership { get; set; }

    public string Back => Partnership is { } id ? $"/partnerships/{id}" : "/partnerships";

    public IReadOnlyList<SelectListItem> Choices { get; } = [new("As the plan says", "plan"), new("Always light pages", "always"), new("Always full pages", "never")];

    public IActionResult OnGet()
    {
        Choice = Request.Cookies[TextFirst.Cookie] is { } kept && Choices.Any(c => c.Value == kept) ? kept : "plan";
        return May() ? Page() : NotThere();
    }

    public IActionResult OnPost()
    {
        if (!May())
        {
            return NotThere();
        }

        if (Choices.All(c => c.Value != Choice))
        {
            return Refuse(NoChoice);
        }

        Response.Cookies.Append(TextFirst.Cookie, Choice!, new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/", SameSite = SameSiteMode.Lax, Secure = Request.IsHttps });
        return Done(Back, "Saved on this device.");
    }

    private bool May() => Actor.Network is { } network && May(PartnershipsPermissions.See, new AccessObject(Network: network, Person: Actor.Person));
}
