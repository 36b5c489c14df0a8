using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>One signer as typed.</summary>
internal sealed class SignerForm
{
    /// <summary>Somebody with an account and a post at a side; empty: as written below.</summary>
    public Guid? Person { get; set; }

    public int? Side { get; set; }

    public string? Name { get; set; }

    public string? Capacity { get; set; }

    public string? Mail { get; set; }

    public bool IsHead { get; set; }

    public bool IsEmpty => Person is null && string.IsNullOrWhiteSpace(Name);
}

/// <param name="Base">Number of the version in force as it stood on the page; 0: there was none.</param>
internal sealed record MakeAgreement(PartnershipId Id, IReadOnlyList<SignerForm> Signers, IReadOnlyList<AgreementAnnex> Annexes, string? Summary, int Base);

/// <summary>Makes a version of the agreement from the confirmed plan, with its signers in their order: one commit.</summary>
internal sealed class MakeAgreementHandler(AppDbContext db, PartnershipDoor door, PlanBook plans, INetworkDirectory networks, PartyMails mails)
{
    public static readonly Refusal NoPlan = new("agreement.no-plan", "An agreement is made from a plan that every side has confirmed.");
    public static readonly Refusal NoSigner = new("agreement.no-signer", "Name at least one person of each side who signs.", "Signers[0].Name");
    public static readonly Refusal NoSide = new("agreement.no-side", "Say for which side this person signs.");
    public static readonly Refusal NoCapacity = new("agreement.no-capacity", "Say in which capacity this person signs.");
    public static readonly Refusal NoMail = new("agreement.no-mail", "Write the mail address to which the link to sign goes.");
    public static readonly Refusal Twice = new("agreement.twice", "This person signs already.");
    public static readonly Refusal NoSummary = new("agreement.no-summary", "Say in a sentence what is different now.", "Summary");
    public static readonly Refusal BadAnnex = new("agreement.bad-annex", "An annex has a title and a text.", "Annexes");

    public async Task<Refusal?> HandleAsync(MakeAgreement command, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await door.EnterAsync(command.Id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        var agreement = await db.Set<Agreement>().FirstOrDefaultAsync(a => a.PartnershipId == command.Id, ct);
        var plan = await plans.FindAsync(view, null, ct);
        var (signers, bad) = await SignersAsync(view, command.Signers, ct);
        var refusal = view.Partnership.IsOver ? Partnership.Over
            : plan?.IsConfirmed != true ? NoPlan
            : (agreement?.Current ?? 0) != command.Base ? Refusal.ChangedMeanwhile
            : bad ?? Check(command);
        if (refusal is not null)
        {
            return refusal;
        }

        if (agreement is null)
        {
            agreement = Agreement.Open(view.Partnership, clock);
            db.Add(agreement);
        }
        else
        {
            await EndLinksAsync(agreement, ct);
        }

        Write(agreement, view, plan!, signers, command, actor.Name, clock);
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two made the first version in the same moment.
            return Refusal.ChangedMeanwhile;
        }
    }

    private void Write(Agreement agreement, PartnershipView view, PlanView plan, IReadOnlyList<SignerTerms> signers, MakeAgreement command, string byName, TimeProvider clock)
    {
        agreement.Publish();
        var version = AgreementVersion.Make(agreement, AgreementText.From(view, plan), [.. command.Annexes.Where(a => a.Title.Length > 0)], plan.Plan, command.Summary, byName, clock);
        var asked = signers.Select((s, i) => Signer.Ask(version, i + 1, view.PartyOf(s.Side)!, s, clock)).ToList();
        db.Add(version);
        db.AddRange(asked);
        if (asked[0].PersonId is null)
        {
            mails.AskToSign(asked[0], view.Parties.First(p => p.Id == asked[0].PartyId));
        }

        // The text is that of the plan as it was read: a change in this moment is noticed.
        plan.Plan.Witness();
        db.Record("agreement.made", version.Id.Value);
    }

    private static Refusal? Check(MakeAgreement command) =>
        command.Annexes.Any(a => a.Title.Length > Typed.Line || a.Text.Length > 10 * Typed.Paragraph || (a.Title.Length == 0) != (a.Text.Length == 0)) ? BadAnnex
        : FormText.Check(command.Summary, Typed.Paragraph, "Summary", command.Base > 0 ? NoSummary : null);

    /// <summary>Links to the version that is replaced lead nowhere any more; those of versions before ended with them.</summary>
    private async Task EndLinksAsync(Agreement agreement, CancellationToken ct) =>
        (await db.Set<Signer>().Where(s => s.SignedAt == null
            && db.Set<AgreementVersion>().Any(v => v.Id == s.VersionId && v.PartnershipId == agreement.PartnershipId && v.Number == agreement.Current)).ToListAsync(ct)).ForEach(s => s.EndLink());

    private async Task<(IReadOnlyList<SignerTerms> Signers, Refusal? Refusal)> SignersAsync(PartnershipView view, IReadOnlyList<SignerForm> typed, CancellationToken ct)
    {
        var found = new List<SignerTerms>();
        for (var i = 0; i < typed.Count; i++)
        {
            if (typed[i].IsEmpty)
            {
                continue;
            }

            var (terms, refusal) = typed[i].Person is { } person ? (await WithAccountAsync(view, new(person), typed[i].IsHead, ct), null) : Outside(view, typed[i]);
            refusal ??= terms is null ? NoSide : found.Exists(f => f.Name == terms.Name && f.Side == terms.Side) ? Twice : null;
            if (refusal is not null)
            {
                return ([], refusal with { Field = $"Signers[{i}].{refusal.Field ?? (typed[i].Person is null ? "Name" : "Person")}" });
            }

            found.Add(terms!);
        }

        return view.Parties.All(p => found.Exists(f => f.Side == p.Number)) ? (found, null) : ([], NoSigner);
    }

    private async Task<SignerTerms?> WithAccountAsync(PartnershipView view, PersonId person, bool head, CancellationToken ct)
    {
        foreach (var party in view.Parties.Where(p => p.Member is not null))
        {
            if ((await networks.PostsAsync(party.Member!.Value, ct)).Where(p => p.Person == person).OrderBy(p => p.Role != Role.SeniorLeader).FirstOrDefault() is { } post)
            {
                return new(party.Number, person, post.PersonName, post.Title, head || post.Role == Role.SeniorLeader, "");
            }
        }

        return null;
    }

    private static (SignerTerms? Terms, Refusal? Refusal) Outside(PartnershipView view, SignerForm typed)
    {
        var mail = (typed.Mail ?? "").Trim().ToLowerInvariant();
        var refusal = FormText.Check(typed.Name, Partnership.LongestName, "Name")
            ?? (typed.Side is not { } side || view.PartyOf(side) is null ? NoSide with { Field = "Side" } : null)
            ?? FormText.Check(typed.Capacity, Typed.Line, "Capacity", NoCapacity)
            ?? (OutboxMail.IsAddress(mail) ? null : NoMail with { Field = "Mail" });
        return refusal is null ? (new(typed.Side!.Value, null, FormText.Tidy(typed.Name), FormText.Tidy(typed.Capacity), typed.IsHead, mail), null) : (null, refusal);
    }
}
