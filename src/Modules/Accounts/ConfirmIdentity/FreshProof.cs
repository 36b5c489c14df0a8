using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Accounts;

/// <summary>Changing how one signs in, or what becomes of keys, needs a proof of the last five minutes: an open screen in a staff room is not enough.</summary>
public static class FreshProof
{
    public static string Door(HttpContext http) => "/account/confirm" + QueryString.Create("returnUrl", http.Request.Path);

    /// <summary>Where to go first; null when the proof is fresh.</summary>
    public static IActionResult? Missing(ISessions sessions, PageModel page) =>
        sessions.IsFresh(page.HttpContext) ? null : page.LocalRedirect(Door(page.HttpContext));
}
