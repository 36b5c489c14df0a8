using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Takes the button on the entry's page; opened by itself it leads back there.</summary>
[Requires(DirectoryPermissions.TellEntries)]
internal sealed class AnswerCommunityPage(EntryDoor door, ConfirmCommunityHandler handler) : CausewayPage
{
    [BindProperty]
    public string? Community { get; set; }

    [BindProperty]
    public bool Confirm { get; set; }

    public EntryId Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct) =>
        await door.OpenAsync(id, Actor, DirectoryPermissions.TellEntries, ct) is null ? NotThere() : Redirect($"/directory/entries/{id}");

    public async Task<IActionResult> OnPostAsync(EntryId id, CancellationToken ct)
    {
        Id = id;
        return await handler.HandleAsync(new ConfirmCommunity(id, Community, Confirm), Actor, ct) switch
        {
            null => Done($"/directory/entries/{id}#languages", Confirm ? "Confirmed with your school’s name and today’s date." : "Taken back."),
            var refusal when refusal == CommunityConfirmation.NotClaimed || refusal == Refusal.ChangedMeanwhile => Refuse(refusal),
            _ => NotThere(),
        };
    }
}
