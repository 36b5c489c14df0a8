using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Partnerships;

/// <summary>Where a link of a mail leads: the answer it stands for is chosen already, and one press sends it. Opening sends nothing.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerAskPage(CallTalkHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Ask { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty(Name = "Answer")]
    public SideAnswer? Said { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public AskView? Asked { get; private set; }

    public string At => $"/partner/ask/{Network}/{Ask}/{Secret}";

    public string From => Asked!.View.Parties.FirstOrDefault(p => p.Id == Asked.Talk?.PartyId)?.Name ?? string.Join(T[", "], Asked.View.Parties.Where(p => p.Id != Asked.Ask.PartyId).Select(p => p.Name));

    public string When(Talk talk) => TalkWords.When(talk, Asked!.View.Own!.Zone, T);

    public async Task<IActionResult> OnGetAsync(string? answer, CancellationToken ct)
    {
        Said = answer switch { "comes" => SideAnswer.Comes, "cannot" => SideAnswer.CannotCome, _ => null };
        return await LoadAsync(ct) ? Page() : Nowhere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nowhere();
        }

        return await handler.ByLinkAsync(Asked!, Said, Words, ct) is { } refusal ? Refuse(refusal) : Done(At, "Sent. Thank you.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct) => (Asked = await handler.LookAsync(new(Network), new(Ask), Secret, ct)) is not null;

    private PageResult Nowhere()
    {
        Asked = null;
        return Page(StatusCodes.Status404NotFound);
    }
}
