using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Networks;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The professional's own page: what the schools say, a few large buttons, no account.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerByLinkPage(AnswerByLinkHandler handler, AppDbContext db, INetworkDirectory networks) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Ask { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public CheckForm Form { get; set; } = new();

    [BindProperty]
    public CheckItemId Item { get; set; }

    /// <summary>"yes" or "no": may the public read what this page shows?</summary>
    [BindProperty]
    public string? Public { get; set; }

    /// <summary>The network publishes, and this is a person: only they can say.</summary>
    public bool AsksForPublic { get; private set; }

    public OpenedCheck? Opened { get; private set; }

    public string NetworkName { get; private set; } = "";

    public (CheckItem Item, CaredEntry? Cared)? Current { get; private set; }

    public string Here => $"/check/{Network}/{Ask}/{Secret}";

    private CheckLink Link => new(new(Network), new(Ask), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Current?.Cared is { } cared)
        {
            Form = CheckForm.Of(cared.Entry);
        }

        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        await LoadAsync(ct);
        var asked = Opened?.Items.FirstOrDefault(i => i.Item.Id == Item);
        if (asked is not { Cared: { } cared })
        {
            return Shown();
        }

        var (answer, refusal) = Form.Read(cared.Entry, act == "right" ? CheckAnswer.Right : null);
        if (answer is not null && act == "withdraw")
        {
            answer = answer with { Departed = DepartureReason.Withdrew, Groups = [.. answer.Groups.Where(g => g.Answer == CheckAnswer.Changed)] };
        }

        if (answer is not null && AsksForPublic)
        {
            answer = answer with { MayBePublic = act == "withdraw" ? false : Public switch { "yes" => true, "no" => false, _ => null } };
        }

        db.ChangeTracker.Clear();
        refusal ??= await handler.HandleAsync(Link, Item, answer!, ct);
        if (refusal is null)
        {
            return Done(Here, "Thank you. Your answer is kept.");
        }

        // Read anew: what was looked up before the other answer must not be shown as open still.
        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        Current = Opened is { Open: true } ? OpenOnes(Opened).FirstOrDefault(i => i!.Value.Item.Id == Item) : null;
        return Current is null ? Shown() : Refuse(refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Opened = await handler.LookAsync(Link, ct);
        NetworkName = Opened is null ? "" : (await networks.FindNetworkAsync(new(Network), ct))?.Name ?? "";
        Current = Opened is { Open: true } ? OpenOnes(Opened).FirstOrDefault() : null;
        AsksForPublic = Current?.Cared is { Entry.Place: ListingPlace.Outside } cared && cared.Contributions.Any(c => c.NeedsConsent || c.Kind == EntryKind.Person)
            && await db.Set<PublicFeed>().AnyAsync(f => f.NetworkId == new NetworkId(Network) && f.On, ct);
    }

    private static IEnumerable<(CheckItem Item, CaredEntry? Cared)?> OpenOnes(OpenedCheck opened) =>
        opened.Items.Where(i => i.Item.IsOpen && i.Cared is not null).Select(i => ((CheckItem Item, CaredEntry? Cared)?)i);

    // A link that never was answers 404; one that is over says so, kindly.
    private PageResult Shown()
    {
        return Page(Opened is null ? StatusCodes.Status404NotFound : Current is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
    }
}
