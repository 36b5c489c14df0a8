using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Cases;

/// <param name="Concern">Why the case is opened; the first entry.</param>
internal sealed record OpenCase(ChildWords Child, string? Concern, PersonId? Deputy, DateOnly? NextReviewOn, RiskLevel? Risk, string? RiskReason);

/// <summary>Opens a case: its parts with a key each, for the lead and the deputy, and the first words in them.</summary>
internal sealed class OpenCaseHandler(AppDbContext db, CaseBook book, SchoolPeople people, DraftBook drafts, TimeProvider clock)
{
    public const string Form = "open-case";

    /// <summary>Lead and deputy are let in by their role; an end there is for them as well, and the other one prolongs it.</summary>
    public const int YearsOfLead = 10;

    public static readonly Refusal NoDeputy = new("case.deputy", "Choose a safeguarding lead of your school, not yourself.", "Deputy");
    public static readonly Refusal NoConcern = new("case.no-concern", "Write why this case is opened.", "Concern");
    public static readonly Refusal NoRiskReason = new("case.no-risk-reason", "Say why you judge the risk so.", "RiskReason");

    public async Task<(CaseId? Opened, Refusal? Refusal)> HandleAsync(OpenCase command, Actor actor, CancellationToken ct)
    {
        if (ChildRules.Check(command.Child, clock.Today(actor.Zone)) is { } wrong)
        {
            return (null, wrong);
        }

        if ((FormText.Check(command.Concern, EntryRules.Longest, "Concern", NoConcern)
            ?? FormText.Check(command.RiskReason, EntryRules.Longest, "RiskReason", command.Risk is null ? null : NoRiskReason)) is { } refusal)
        {
            return (null, refusal);
        }

        var deputy = command.Deputy is { } chosen ? (await people.OthersAsync(ct, Role.SafeguardingLead)).FirstOrDefault(p => p.Person == chosen) : null;
        if (command.Deputy is not null && deputy is null)
        {
            return (null, NoDeputy);
        }

        var (file, no) = CaseFile.Open(actor.Organisation ?? default, actor.Person, deputy?.Person, command.NextReviewOn, clock.Today(actor.Zone), clock);
        return file is null ? (null, no) : await KeepAsync(file, command, actor, ct);
    }

    private async Task<(CaseId? Opened, Refusal? Refusal)> KeepAsync(CaseFile file, OpenCase command, Actor actor, CancellationToken ct)
    {
        IReadOnlyList<Holder> beside = file.Deputy is { } deputy ? [new(deputy, Role.SafeguardingLead, actor.Organisation)] : [];
        // The medical part is opened by whoever is bound to secrecy there, not by the lead.
        foreach (var part in CaseParts.All.Where(p => p.LetIn.Contains(Role.SafeguardingLead)))
        {
            if (await book.FoundAsync(file, part, clock.GetUtcNow().AddYears(YearsOfLead), beside, ct) is not { } desk)
            {
                return (null, CaseBook.Gone);
            }

            using (desk)
            {
                Write(desk, command);
            }
        }

        db.Add(file);
        await drafts.DropAsync(Form, default, ct);
        return await db.TrySaveAsync("case.opened", file.Id.Value, ct) is { } refusal ? (null, refusal) : (file.Id, null);
    }

    private static void Write(CaseDesk desk, OpenCase command)
    {
        if (desk.Part == CaseParts.Child)
        {
            desk.Write(EntryKind.Child, new EntryWords { Child = command.Child });
        }
        else if (desk.Part == CaseParts.Core)
        {
            desk.Write(EntryKind.Opening, new EntryWords { Text = FormText.Tidy(command.Concern) });
            if (command.Risk is { } level)
            {
                desk.Write(EntryKind.Risk, new EntryWords { Risk = level, Text = FormText.Tidy(command.RiskReason) });
                desk.File.Move(CaseFact.Assessed);
            }
        }
    }
}
