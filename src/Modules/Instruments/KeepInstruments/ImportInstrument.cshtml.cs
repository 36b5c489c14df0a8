using System.Text;
using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.Keep)]
internal sealed class ImportInstrumentPage(KeepInstrumentsHandler handler) : InstrumentPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public IActionResult OnGet() => MayHere(InstrumentsPermissions.Keep) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (var key, Faults, var refusal) = await handler.ImportAsync(await OctetsAsync(ct), Actor, ct);
        return Faults.Count > 0 ? Again() : await AnswerAsync(refusal, () => Task.FromResult(true), $"/instruments/forms/{key}", "Taken in.");
    }

    private async Task<byte[]> OctetsAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 } file)
        {
            return Encoding.UTF8.GetBytes(Text ?? "");
        }

        // One more than is read: the reader then says that it is too large.
        var octets = new byte[Math.Min(file.Length, KeepInstrumentsHandler.LargestFile + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(octets, ct);
        return octets;
    }
}
