using System.Text.Json;
using Causeway.Persistence;
using Causeway.Vault;

namespace Causeway.Landscape;

/// <summary>What people wrote about one plan. It may describe a disability, so the database holds it under the school's key only.</summary>
internal sealed record ParticipationWords
{
    public string Role { get; init; } = "";

    public string Support { get; init; } = "";

    public string Format { get; init; } = "";

    public string Cover { get; init; } = "";

    public string AssentHow { get; init; } = "";

    public string Changed { get; init; } = "";

    public string FeedbackHow { get; init; } = "";
}

/// <summary>Seals and opens the words of plans with their school's own key.</summary>
internal sealed class ParticipationSeal(AppDbContext db, OrganisationKeys keys)
{
    public async Task OpenAsync(IEnumerable<ParticipationPlan> plans, CancellationToken ct)
    {
        foreach (var plan in plans)
        {
            if (plan.Sealed.Length == 0)
            {
                plan.Say(Old(plan));
                continue;
            }

            var key = await keys.ForAsync(plan.OrganisationId, ct);
            plan.Say(JsonSerializer.Deserialize<ParticipationWords>(Envelope.Open(plan.Sealed, key, AddressOf(plan))) ?? throw new SealBrokenException());
        }
    }

    /// <summary>To be called for a plan that the context knows, before it is saved.</summary>
    public async Task CloseAsync(ParticipationPlan plan, CancellationToken ct)
    {
        var key = await keys.ForAsync(plan.OrganisationId, ct);
        plan.Keep(Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(plan.Words), key, AddressOf(plan)));
        foreach (var column in ParticipationPlan.OldColumns)
        {
            db.Entry(plan).Property<string>(column).CurrentValue = "";
        }
    }

    // Written before words were sealed; the next time the plan is saved these columns are emptied.
    private ParticipationWords Old(ParticipationPlan plan)
    {
        string Read(string column) => db.Entry(plan).Property<string>(column).CurrentValue ?? "";
        return new()
        {
            Role = Read(nameof(ParticipationWords.Role)), Support = Read(nameof(ParticipationWords.Support)), Format = Read(nameof(ParticipationWords.Format)),
            Cover = Read(nameof(ParticipationWords.Cover)), AssentHow = Read(nameof(ParticipationWords.AssentHow)), Changed = Read(nameof(ParticipationWords.Changed)),
            FeedbackHow = Read(nameof(ParticipationWords.FeedbackHow)),
        };
    }

    private static CellAddress AddressOf(ParticipationPlan plan) => new("participation_plan", "sealed", plan.Id.Value, null, null, plan.OrganisationId);
}
