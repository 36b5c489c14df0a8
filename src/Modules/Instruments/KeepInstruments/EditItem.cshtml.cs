using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.Keep)]
internal sealed class EditItemPage(InstrumentBook book, KeepInstrumentsHandler handler) : InstrumentPage
{
    private const string New = "new";

    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>"new" for one that is not there yet; no key of an item is that word, since new ones are numbered.</summary>
    [FromRoute(Name = "item")]
    public string ItemKey { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty]
    public ItemForm Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => ItemKey == New;

    public IReadOnlyList<SelectListItem> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } instrument)
        {
            return NotThere();
        }

        if (instrument.Find(ItemKey) is { } item)
        {
            Input = ItemForm.Of(item);
            return Page();
        }

        return IsNew ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) is null ? NotThere() : Again();
        }

        var refusal = await handler.ChangeAsync(
            Key, Version, i => Act is "up" or "remove" ? InstrumentEditing.Move(i, ItemKey, Act) : InstrumentEditing.Item(i, Section, IsNew ? null : ItemKey, Input), Actor, ct);
        return await AnswerAsync(refusal, async () => await LoadAsync(ct) is not null, $"/instruments/forms/{Key}/edit", "Saved.");
    }

    private async Task<Instrument?> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(InstrumentsPermissions.Keep) || await book.FindAsync(Key, Actor, ct) is not { Own: { } own })
        {
            return null;
        }

        Version = own.Version;
        var instrument = own.Instrument;
        Earlier = [.. instrument.Items().TakeWhile(i => i.Key != ItemKey).Where(i => InstrumentCheck.AnswersOf(i) is not null).Select(i => new SelectListItem(i.Text, i.Key))];
        return instrument;
    }
}
