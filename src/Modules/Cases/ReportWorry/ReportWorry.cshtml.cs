using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>One screen of the report. Each answer is kept on the server, sealed, before the next question is asked.</summary>
[Requires(WorryPermissions.Report)]
[AnswerTooLarge(FileUpload.MostBytes)]
[RequestSizeLimit(FileUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FileUpload.MostBytes)]
internal sealed class ReportWorryPage(DraftBook drafts, ReportWorryHandler handler, INetworkDirectory networks) : CasePage
{
    [FromRoute]
    public string Step { get; set; } = "";

    [BindProperty]
    public WorryForm Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public WorryStep Now { get; private set; }

    /// <summary>All that was written so far; for the last screen.</summary>
    public WorryForm Kept { get; private set; } = new();

    public EmergencyCard? Emergency { get; private set; }

    /// <param name="large">An upload was too large to be looked at.</param>
    public async Task<IActionResult> OnGetAsync(bool large, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input = Kept;
        if (Now == WorryStep.When)
        {
            // A proposal on its own screen only: no day is kept that nobody saw and sent.
            Input.SeenOn ??= Today;
        }

        return large ? Refuse(FileFormat.AtOnce) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Kept.Take(Input, Now);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (Kept.Check(Now, Today) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Now == WorryStep.Send)
        {
            return await SendAsync(ct);
        }

        return await drafts.KeepAsync(ReportWorryHandler.Form, default, Kept, ct) is { } no ? Refuse(no) : GoOn(AddressOf(Now + 1));
    }

    /// <summary>Away at once; whatever stands in the form is kept.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Kept.Take(Input, Now);
        await drafts.KeepAsync(ReportWorryHandler.Form, default, Kept, ct);
        return GoOn("/");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        await LoadAsync(ct) && await drafts.DropNowAsync(ReportWorryHandler.Form, default, ct) is null ? Done("/worry", "The draft is gone.") : NotThere();

    public static string AddressOf(WorryStep step) => $"/worry/{step.ToString().ToLowerInvariant()}";

    private async Task<IActionResult> SendAsync(CancellationToken ct)
    {
        if (Kept.FirstGap(Today) is { Step: not WorryStep.Send } gap)
        {
            // What is missing is asked on its own screen; what was typed here is kept meanwhile.
            await drafts.KeepAsync(ReportWorryHandler.Form, default, Kept, ct);
            return GoOn(AddressOf(gap.Step));
        }

        return await AnswerAsync(
            await handler.HandleAsync(Kept, await Files.ReadAsync(ct), Actor, ct), () => Task.FromResult(true), "/worry/mine", "Received. The safeguarding leads of your school have it now.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.Report) || !Enum.TryParse<WorryStep>(Step, ignoreCase: true, out var step) || !Enum.IsDefined(step))
        {
            return false;
        }

        Now = step;
        Kept = (await drafts.FindAsync<WorryForm>(ReportWorryHandler.Form, default, ct))?.Words ?? new();
        Emergency = Actor.Network is { } network ? await networks.FindEmergencyAsync(network, ct) : null;
        return true;
    }
}
