using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <summary>
/// How fair it feels to one side in one term. It is said once, before the other's word is shown, and stays: nobody can wait
/// and mend. It stands beside the ledger and is never reckoned up with it.
/// </summary>
internal sealed class FeltBalance : IOwnedByNetwork
{
    public const int Highest = 5;

    public static readonly Refusal NoFelt = new("felt.none", "Choose what comes nearest.", "Felt");
    public static readonly Refusal NoSentence = new("felt.no-sentence", "Say in a sentence why.", "Sentence");
    public static readonly Refusal Said = new("felt.said", "Your side has said this for the term already.");
    public static readonly Refusal OwnFirst = new("felt.own-first", "Say your own side's word first.");

    private FeltBalance()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    public string Term { get; private set; } = "";

    /// <summary>1: gives far more; 3: even; 5: receives far more.</summary>
    public int Felt { get; private set; }

    public string Sentence { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static (FeltBalance? Word, Refusal? Refusal) Say(Party party, string term, int? felt, string? sentence, string byName, TimeProvider clock)
    {
        var refusal = felt is not (>= 1 and <= Highest) ? NoFelt : FormText.Check(sentence, Typed.Line * 2, "Sentence", NoSentence);
        return refusal is not null ? (null, refusal) : (new FeltBalance
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = party.NetworkId,
            PartnershipId = party.PartnershipId,
            PartyId = party.Id,
            Term = term,
            Felt = felt!.Value,
            Sentence = FormText.Tidy(sentence),
            ByName = byName,
            At = clock.GetUtcNow(),
        }, null);
    }

    /// <summary>A side reads the others' words of those terms only in which it has said its own.</summary>
    public static IReadOnlyList<FeltBalance> Readable(IReadOnlyCollection<FeltBalance> words, PartyId reader)
    {
        var said = words.Where(w => w.PartyId == reader).Select(w => w.Term).ToHashSet(StringComparer.Ordinal);
        return [.. words.Where(w => said.Contains(w.Term))];
    }

    internal sealed class Configuration : IEntityTypeConfiguration<FeltBalance>
    {
        public void Configure(EntityTypeBuilder<FeltBalance> builder)
        {
            builder.ToTable("partnership_felt_balance");
            builder.HasKey(f => f.Id);
            builder.Property(f => f.Term).HasMaxLength(9);
            builder.Property(f => f.Sentence).HasMaxLength(Typed.Line * 2);
            builder.Property(f => f.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(f => new { f.PartyId, f.Term }).IsUnique();
            builder.HasIndex(f => f.PartnershipId);
            builder.HasOne<Party>().WithMany().HasForeignKey(f => f.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
