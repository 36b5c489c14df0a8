using System.Globalization;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum Lens
{
    Purpose,
    Aims,
    Leadership,
    Boundaries,
    Setting,
}

internal enum AimState
{
    Reached,
    OnTheWay,
    NotBegun,
    Dropped,
}

/// <summary>How alike a reviewer finds what the sides say of the purpose.</summary>
internal enum Alikeness
{
    Same,
    Near,
    Different,
    Opposed,
}

internal enum StillLive
{
    Yes,
    Fading,
    No,
}

/// <param name="Rating">1 to 5; null: cannot say.</param>
/// <param name="Proof">Where one can see it: asked for in a full review.</param>
internal sealed record LensAnswer(Lens Lens, string Statement, decimal? Rating, string Proof);

/// <param name="Row">Of the aim in the plan.</param>
internal sealed record AimMark(int Row, string Aim, AimState? State);

/// <summary>What the plan puts before a side.</summary>
internal sealed record ReviewAsked(IReadOnlyList<(int Row, string Aim)> Aims, string Expected);

/// <summary>A side's answers as a form types them.</summary>
internal sealed class ReviewForm
{
    public Dictionary<Lens, string?> Statement { get; set; } = [];

    public Dictionary<Lens, string?> Rating { get; set; } = [];

    public Dictionary<Lens, string?> Proof { get; set; } = [];

    public Dictionary<int, AimState?> Aim { get; set; } = [];

    public string? Received { get; set; }

    public int? Felt { get; set; }
}

/// <summary>
/// One side's answers, written alone. Read through <see cref="ReviewBook"/> only, which shows them to nobody else until every
/// side has handed in; what is handed in does not change any more, so nobody can wait for the other's and mend.
/// </summary>
internal sealed class ReviewSheet : IOwnedByNetwork, IVersioned
{
    public const decimal Lowest = 1, Highest = 5;

    public static readonly Refusal HandedIn = new("review-sheet.handed-in", "These answers are handed in and stay as they are. What you see now goes into the findings.");
    public static readonly Refusal NoStatement = new("review-sheet.no-statement", "Answer this before you hand it in.");
    public static readonly Refusal BadRating = new("review-sheet.bad-rating", "Write a number from 1 to 5, with one decimal at most, or nothing if you cannot say.");
    public static readonly Refusal NoProof = new("review-sheet.no-proof", "A full review asks where one can see it.");
    public static readonly Refusal NoFelt = new("review-sheet.no-felt", "Choose what comes nearest.", "Form.Felt");
    public static readonly Refusal NotOpen = new("review-sheet.not-open", "The statements are not open yet.");
    public static readonly Refusal NoMark = new("review-sheet.no-mark", "Choose one.", "Alike");
    public static readonly Refusal NoNeed = new("review-sheet.no-need", "Choose one.", "Need");

    private ReviewSheet()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public ReviewId ReviewId { get; private set; }

    public PartyId PartyId { get; private set; }

    public IReadOnlyList<LensAnswer> Answers { get; private set; } = [];

    public IReadOnlyList<AimMark> Aims { get; private set; } = [];

    /// <summary>What this side expected, as the plan had it when it answered.</summary>
    public string Expected { get; private set; } = "";

    /// <summary>What this side has gained from it.</summary>
    public string Received { get; private set; } = "";

    /// <summary>1: gives far more; 3: even; 5: receives far more (see <see cref="FeltBalance"/>).</summary>
    public int? Felt { get; private set; }

    public DateTimeOffset? HandedInAt { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>Said after all are open: this reviewer's eye on both statements of purpose.</summary>
    public Alikeness? Alike { get; private set; }

    public StillLive? Need { get; private set; }

    public string MarkedBy { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsMarked => Alike is not null && Need is not null;

    public static ReviewSheet Ask(PartnershipReview review, Party party, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = review.NetworkId,
        PartnershipId = review.PartnershipId,
        ReviewId = review.Id,
        PartyId = party.Id,
    };

    public LensAnswer Of(Lens lens) => Answers.FirstOrDefault(a => a.Lens == lens) ?? new(lens, "", null, "");

    public ReviewForm AsTyped() => new()
    {
        Statement = Answers.ToDictionary(a => a.Lens, a => (string?)a.Statement),
        Rating = Answers.ToDictionary(a => a.Lens, a => a.Rating?.ToString(CultureInfo.InvariantCulture)),
        Proof = Answers.ToDictionary(a => a.Lens, a => (string?)a.Proof),
        Aim = Aims.ToDictionary(a => a.Row, a => a.State),
        Received = Received,
        Felt = Felt,
    };

    /// <param name="asked">From the plan: the aims that each side marks alone, and what this side expected.</param>
    /// <param name="handIn">False: a draft that can be left and taken up again.</param>
    public Refusal? Fill(ReviewForm form, ReviewAsked asked, bool isFull, bool handIn, string byName, DateTimeOffset now)
    {
        if (HandedInAt is not null)
        {
            return HandedIn;
        }

        var answers = new List<LensAnswer>();
        foreach (var lens in Enum.GetValues<Lens>())
        {
            var (answer, refusal) = Read(form, lens, isFull, handIn);
            if (answer is null)
            {
                return refusal;
            }

            answers.Add(answer);
        }

        var bad = FormText.Check(form.Received, Typed.Paragraph, "Form.Received") ?? (form.Felt is null ? handIn ? NoFelt : null : form.Felt is >= 1 and <= FeltBalance.Highest ? null : NoFelt);
        if (bad is null)
        {
            (Answers, Received, Felt) = (answers, FormText.Tidy(form.Received), form.Felt);
            (Expected, Aims) = (asked.Expected, [.. asked.Aims.Select(a => new AimMark(a.Row, a.Aim, form.Aim.GetValueOrDefault(a.Row)))]);
            (HandedInAt, ByName) = (handIn ? now : null, byName);
        }

        return bad;
    }

    public Refusal? Mark(Alikeness? alike, StillLive? need, string byName)
    {
        var refusal = HandedInAt is null ? NotOpen : alike is null ? NoMark : need is null ? NoNeed : null;
        if (refusal is null)
        {
            (Alike, Need, MarkedBy) = (alike, need, byName);
        }

        return refusal;
    }

    public void Blank() => (Answers, Aims, Expected, Received, Felt, HandedInAt, ByName) = ([], [], "", "", null, null, "");

    private static (LensAnswer? Answer, Refusal? Refusal) Read(ReviewForm form, Lens lens, bool isFull, bool handIn)
    {
        var (statement, proof, typed) = (form.Statement.GetValueOrDefault(lens), form.Proof.GetValueOrDefault(lens), FormText.Tidy(form.Rating.GetValueOrDefault(lens)).Replace(',', '.'));
        decimal? rating = decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
        var refusal = FormText.Check(statement, Typed.Paragraph, $"Form.Statement[{lens}]", handIn ? NoStatement : null)
            ?? (typed.Length > 0 && (rating is not (>= Lowest and <= Highest) || decimal.Round(rating.Value, 1) != rating) ? BadRating with { Field = $"Form.Rating[{lens}]" } : null)
            ?? FormText.Check(proof, Typed.Paragraph, $"Form.Proof[{lens}]", handIn && isFull ? NoProof : null);
        return refusal is null ? (new(lens, FormText.Tidy(statement), rating, FormText.Tidy(proof)), null) : (null, refusal);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ReviewSheet>
    {
        public void Configure(EntityTypeBuilder<ReviewSheet> builder)
        {
            builder.ToTable("partnership_review_sheet");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Answers).HasConversion(ListColumn.Converter<LensAnswer>(), ListColumn.Comparer<LensAnswer>());
            builder.Property(s => s.Aims).HasConversion(ListColumn.Converter<AimMark>(), ListColumn.Comparer<AimMark>());
            builder.Property(s => s.Expected).HasMaxLength(Typed.Paragraph);
            builder.Property(s => s.Received).HasMaxLength(Typed.Paragraph);
            builder.Property(s => s.ByName).HasMaxLength(Partnership.LongestName);
            builder.Property(s => s.MarkedBy).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(s => new { s.ReviewId, s.PartyId }).IsUnique();
            builder.HasIndex(s => s.PartnershipId);
            builder.HasOne<PartnershipReview>().WithMany().HasForeignKey(s => s.ReviewId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Party>().WithMany().HasForeignKey(s => s.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
