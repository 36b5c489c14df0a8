using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum ContributionKind
{
    Hours,
    Hosting,
    Travel,
    Money,
    Materials,
    DecisionsLed,
}

/// <param name="Currency">ISO 4217, of money only.</param>
internal sealed record ContributionTerms(int? Side, ContributionKind Kind, DateOnly? Day, decimal? Amount, string? Currency, string? Note);

/// <summary>What one side gave. A line is never changed: a later line takes its place, and both stay readable.</summary>
internal sealed class Contribution : IOwnedByNetwork
{
    public const decimal Most = 10_000_000;

    public static readonly Refusal NoSide = new("contribution.no-side", "Choose who gave it.", "Side");
    public static readonly Refusal NoDay = new("contribution.no-day", "Choose the day, not one to come.", "Day");
    public static readonly Refusal NoAmount = new("contribution.no-amount", "Write a number, at most {0}, with no more than two decimals.", "Amount", Most);
    public static readonly Refusal NoCurrency = new("contribution.no-currency", "Write the currency in three letters, such as EUR.", "Currency");
    public static readonly Refusal NoNote = new("contribution.no-note", "Say in a few words what it was.", "Note");
    public static readonly Refusal Corrected = new("contribution.corrected", "Another line has taken the place of this one already.");

    private Contribution()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public int Side { get; private set; }

    public ContributionKind Kind { get; private set; }

    public DateOnly Day { get; private set; }

    public decimal Amount { get; private set; }

    public string Currency { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>The line whose place this one takes.</summary>
    public PartnershipRowId? Corrects { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The unit in which it counts.</summary>
    public string Unit => Kind == ContributionKind.Money ? Currency : KeepWords.Of(Kind).Unit;

    /// <param name="corrects">Null: a new line. Else its side and kind stay what they were, and nought strikes it out.</param>
    public static (Contribution? Line, Refusal? Refusal) Enter(PartnershipView view, ContributionTerms terms, Contribution? corrects, string byName, DateOnly today, TimeProvider clock)
    {
        var whole = corrects is null ? terms : terms with { Side = corrects.Side, Kind = corrects.Kind };
        if (Check(view, whole, corrects is not null, today) is { } refusal)
        {
            return (null, refusal);
        }

        return (new Contribution
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = view.Partnership.NetworkId,
            PartnershipId = view.Partnership.Id,
            Side = whole.Side!.Value,
            Kind = whole.Kind,
            Day = whole.Day!.Value,
            Amount = whole.Amount!.Value,
            Currency = whole.Kind == ContributionKind.Money ? Money(whole.Currency) : "",
            Note = FormText.Tidy(whole.Note),
            Corrects = corrects?.Id,
            ByName = byName,
            At = clock.GetUtcNow(),
        }, null);
    }

    private static Refusal? Check(PartnershipView view, ContributionTerms terms, bool mayBeNought, DateOnly today) =>
        terms.Side is not { } side || view.PartyOf(side) is null ? NoSide
        : terms.Day is not { } day || day > today ? NoDay
        : terms.Amount is not { } amount || amount < 0 || (amount == 0 && !mayBeNought) || amount > Most || decimal.Round(amount, 2) != amount ? NoAmount
        : terms.Kind == ContributionKind.Money && !(Money(terms.Currency) is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)) ? NoCurrency
        : FormText.Check(terms.Note, Typed.Line, "Note", NoNote);

    private static string Money(string? code) => FormText.Tidy(code).ToUpperInvariant();

    internal sealed class Configuration : IEntityTypeConfiguration<Contribution>
    {
        public void Configure(EntityTypeBuilder<Contribution> builder)
        {
            builder.ToTable("partnership_contribution");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Amount).HasPrecision(12, 2);
            builder.Property(c => c.Currency).HasMaxLength(3);
            builder.Property(c => c.Note).HasMaxLength(Typed.Line);
            builder.Property(c => c.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(c => new { c.PartnershipId, c.Day });
            builder.HasIndex(c => c.Corrects).IsUnique();
            builder.HasOne<Partnership>().WithMany().HasForeignKey(c => c.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <param name="Amounts">By number of the side.</param>
internal sealed record LedgerTotal(ContributionKind Kind, string Unit, IReadOnlyDictionary<int, decimal> Amounts)
{
    public decimal Of(int side) => Amounts.GetValueOrDefault(side);

    public decimal Most => Amounts.Values.DefaultIfEmpty(0).Max();
}

/// <summary>Sums per kind and unit; money of two currencies is never added up, and kinds never to one figure.</summary>
internal static class Ledger
{
    public static IReadOnlyList<Contribution> InForce(IReadOnlyCollection<Contribution> lines)
    {
        var replaced = lines.Select(l => l.Corrects).OfType<PartnershipRowId>().ToHashSet();
        return [.. lines.Where(l => !replaced.Contains(l.Id))];
    }

    public static IReadOnlyList<LedgerTotal> Totals(IReadOnlyCollection<Contribution> lines, string schoolYear) =>
    [
        .. InForce(lines).Where(l => Plan.YearOf(l.Day) == schoolYear && l.Amount > 0)
            .GroupBy(l => (l.Kind, l.Unit)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .Select(g => new LedgerTotal(g.Key.Kind, g.Key.Unit, g.GroupBy(l => l.Side).ToDictionary(s => s.Key, s => s.Sum(l => l.Amount)))),
    ];
}
