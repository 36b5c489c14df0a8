using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>The dates of one school year: typed, pasted, out of a calendar file, or copied from the year before.</summary>
[Requires(NetworksPermissions.EditOrganisation)]
internal sealed class EditYearModel(AppDbContext db, KeepTimesHandler handler) : TimesPage(db)
{
    /// <summary>52 weeks: a date keeps its weekday.</summary>
    public const int DaysOfYear = 364;

    private const int MoreLines = 5;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public List<DateLine> Lines { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What was passed over when a list or file was read.</summary>
    public DatesRead? Read { get; private set; }

    public bool LastYearIsThere { get; private set; }

    public string Title => TimeWords.Year(Year, Times.FirstMonth);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Lines = [.. (await DatesAsync(Year, ct)).Select(DateLine.Of)];
        Version = KeptVersion;
        Grow(Lines.Count == 0 ? 8 : 3);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !await LoadAsync(ct) ? NotThere() : ModelState.IsValid
        ? Answer(await handler.HandleAsync(new KeepYear(Organisation.Id, Year, Lines, Version), Actor, ct), $"{Here}?year={Year}", "Saved.")
        : Again();

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Grow(MoreLines);
        return Page();
    }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Take([.. (await DatesAsync(Year - 1, ct)).Select(d => DateLine.Of(d with { From = d.From.AddDays(DaysOfYear), To = d.To.AddDays(DaysOfYear) }))]);
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var (read, refusal) = Upload is { Length: > ReadDates.MostOctets } ? (null, ReadDates.FileTooLarge)
            : await Upload.ReadAsync(ct) is { } bytes ? ReadDates.File(bytes, Times.YearOf(Year))
            : ReadDates.List(Pasted ?? "");
        if (read is null)
        {
            return Answer(refusal!);
        }

        Read = read;
        Pasted = read.Unread.Count == 0 ? null : Pasted;
        Take(read.Lines);
        return Page();
    }

    // After what stands there already; a line that is there is not taken twice.
    private void Take(IReadOnlyList<DateLine> fresh)
    {
        ModelState.Clear();
        Lines = [.. Lines.Where(l => !l.IsEmpty)];
        Lines.AddRange(fresh.Where(f => !Lines.Exists(l => l.From == f.From && string.Equals(l.Title?.Trim(), f.Title, StringComparison.OrdinalIgnoreCase))));
        Lines = [.. Lines.OrderBy(l => l.From, StringComparer.Ordinal)];
        Grow(2);
    }

    private void Grow(int by)
    {
        for (var i = 0; i < by && Lines.Count < SchoolTimes.MostDates; i++)
        {
            Lines.Add(new() { Kind = nameof(SchoolDateKind.Holiday) });
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayKeep || Year is < KeepTimesHandler.FirstYear or > KeepTimesHandler.LastYear || !await FindAsync(ct))
        {
            return false;
        }

        LastYearIsThere = await Db.Set<SchoolDate>().AnyAsync(d => d.OrganisationId == Organisation.Id && d.Year == Year - 1, ct);
        return true;
    }

    private async Task<IEnumerable<SchoolDates>> DatesAsync(int year, CancellationToken ct) =>
        (await Db.Set<SchoolDate>().AsNoTracking().Where(d => d.OrganisationId == Organisation.Id && d.Year == year).OrderBy(d => d.From).ThenBy(d => d.To).ToListAsync(ct)).Select(d => d.ToDates());
}
