using System.Text.Json;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Cases;

/// <summary>
/// Hands a worry in: sealed to the leads of the school in the one commit that tells them. From here on whoever wrote it has no way back
/// to the words.
/// </summary>
internal sealed class ReportWorryHandler(AppDbContext db, IKeyVault vault, SchoolPeople people, WorryDesk desk)
{
    public const string Form = "worry";

    /// <summary>Leads are let in by their role; an end there is for them as well, and one of them prolongs it for the others.</summary>
    public const int YearsOfLead = 10;

    public static readonly Refusal NobodyThere = new("worry.nobody", "Your school has no safeguarding lead in post. Call one of the numbers above.");

    public async Task<Refusal?> HandleAsync(WorryForm words, IReadOnlyList<ChosenFile> files, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } school)
        {
            return CaseBook.Gone;
        }

        if (words.FirstGap(desk.Clock.Today(actor.Zone)) is { } gap)
        {
            return gap.Refusal;
        }

        var (brought, refusal) = WorryDesk.Look(files);
        if (refusal is not null)
        {
            return refusal;
        }

        var leads = (await people.AllAsync(ct)).Where(p => p.Role == Role.SafeguardingLead).DistinctBy(p => p.Person).ToList();
        if (leads.Count == 0)
        {
            return NobodyThere;
        }

        var worry = Worry.Report(school, actor.Person, desk.Clock);
        using var writer = await vault.HandInAsync(
            worry.Part, Keeper.School, WorryPermissions.Report, desk.Clock.GetUtcNow().AddYears(YearsOfLead), [.. leads.Select(l => new Holder(l.Person, l.Role, school))], [], ct);
        if (writer is null)
        {
            return CaseBook.Gone;
        }

        worry.Keep(writer.SealText("worry", "sealed", worry.Id.Value, JsonSerializer.Serialize(words)));
        await desk.KeepAsync(writer, brought, ct);
        db.Add(worry);
        await desk.Drafts.DropAsync(Form, default, ct);
        await desk.Mail.TellAsync(leads.Select(l => l.Person).Where(p => p != actor.Person), school, "/cases/worries", ct);
        return await db.TrySaveAsync("worry.reported", worry.Id.Value, ct);
    }
}

/// <summary>What both kinds of report need: files sealed with the words, drafts, the mail, the time.</summary>
internal sealed class WorryDesk(FileStore store, DraftBook drafts, WorryMail mail, TimeProvider clock)
{
    public WorryMail Mail { get; } = mail;

    public DraftBook Drafts { get; } = drafts;

    public TimeProvider Clock { get; } = clock;

    public static (IReadOnlyList<BroughtFile> Files, Refusal? Refusal) Look(IReadOnlyList<ChosenFile> chosen)
    {
        if (chosen.Count > FileFormat.MostAtOnce || chosen.Sum(f => f.Content?.Length ?? 0) > FileFormat.MostBytesAtOnce)
        {
            return ([], FileFormat.AtOnce);
        }

        var looked = chosen.Select(f => FileFormat.Look(f, null)).ToList();
        return looked.Find(l => l.Refusal is not null) is { Refusal: { } refusal } ? ([], refusal) : ([.. looked.Select(l => l.File!)], null);
    }

    public async Task KeepAsync(PartWriter writer, IReadOnlyList<BroughtFile> files, CancellationToken ct)
    {
        foreach (var file in files)
        {
            using var content = new MemoryStream(file.Content, writable: false);
            await store.AddAsync(writer, content, file.Title + file.Format.Ending, file.Format.ContentType, ct);
        }
    }
}
