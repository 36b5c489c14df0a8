namespace Causeway.Ui;

/// <summary>What the host tells the frame.</summary>
public sealed class UiOptions
{
    /// <summary>True in the made-up city: a notice says so on every page.</summary>
    public bool IsDemo { get; set; }

    public string SignInUrl { get; set; } = "/account/sign-in";

    /// <summary>Gets a POST with an antiforgery token.</summary>
    public string SignOutUrl { get; set; } = "/account/sign-out";

    /// <summary>The person's own details, ways to sign in and sessions.</summary>
    public string AccountUrl { get; set; } = "/account";

    /// <summary>Where a person with several posts switches between them.</summary>
    public string PostsUrl { get; set; } = "/account/posts";
}
