using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>Who read and did what in this case. A counsellor sees the own acts only.</summary>
[Requires(CasePermissions.See)]
internal sealed class ReadLogPage(AppDbContext db, CaseBook book, IKeyVault vault, IPersonDirectory people) : CasePage
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public CaseFile Cover { get; private set; } = null!;

    public IReadOnlyList<ReadingLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; }

    private IReadOnlyDictionary<PersonId, PersonCard> Names { get; set; } = new Dictionary<PersonId, PersonCard>();

    public string NameOf(PersonId person) => Names.TryGetValue(person, out var card) ? card.Name : T["somebody who has left"];

    /// <summary>The trail notes the part, and after a colon whom it was about.</summary>
    public (string? Part, string? About) Of(ReadingLine line)
    {
        var both = (line.Part ?? "").Split(": ", 2);
        return (CaseParts.Of(both[0])?.Name, both.Length > 1 && Guid.TryParse(both[1], out var id) ? NameOf(new(id)) : null);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await book.MineAsync(ct)).FirstOrDefault(m => m.File.Id == Case) is not { } mine)
        {
            return NotThere();
        }

        Cover = mine.File;
        var all = await vault.ReadingsAsync(Cover.Part(mine.Parts[0]), mine.Parts[0].See, ct);
        var shown = Actor.Role == Role.Counsellor ? [.. all.Where(l => l.Person == Actor.Person)] : all;
        Paging = new Paging(Number, shown.Count, Size);
        Lines = [.. shown.Skip((Paging.Number - 1) * Size).Take(Size)];
        var about = Lines.Select(l => (l.Part ?? "").Split(": ", 2)).Where(b => b.Length > 1).Select(b => Guid.TryParse(b[1], out var id) ? new PersonId(id) : default);
        Names = await people.FindAsync([.. Lines.Select(l => l.Person).Concat(about).Distinct()], ct);
        db.Record("case.log-read", Id);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
