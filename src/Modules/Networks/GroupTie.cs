using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct GroupTieId(Guid Value) : IEntityId<GroupTieId>
{
    public static GroupTieId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// An organisation belongs to a group or trust, from, until. Says only that: it opens no list, no private entry and no
/// case. Like the names themselves it is registry, since a loop can only be seen when every tie can be.
/// </summary>
internal sealed class GroupTie : IVersioned
{
    public const int LongestBenefit = 500;

    public static readonly Refusal Loop = new("group-tie.loop", "This would make a circle: {0} already belongs, directly or through others, to this organisation.", "Parent");
    public static readonly Refusal Twice = new("group-tie.twice", "In these days the organisation belongs to a group already. End that first.", "From");
    public static readonly Refusal EndsBeforeStart = new("group-tie.ends-before-start", "The last day is before the first day.", "Until");
    public static readonly Refusal TooLong = new("group-tie.too-long", "Write no more than {0} characters.", "Benefit", LongestBenefit);

    private GroupTie()
    {
    }

    public GroupTieId Id { get; private set; }

    public OrganisationId Child { get; private set; }

    public OrganisationId Parent { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>What the child has from it, in the child's words.</summary>
    public string BenefitToChild { get; private set; } = "";

    /// <summary>What the group has from it, in the group's words.</summary>
    public string BenefitToParent { get; private set; } = "";

    public int Version { get; private set; }

    /// <param name="others">Every tie that touches the tree; the check walks upwards from the parent.</param>
    public static (GroupTie? Tie, Refusal? Refusal) Declare(
        OrganisationId child, Organisation parent, DateOnly from, DateOnly? until, IReadOnlyCollection<GroupTie> others, TimeProvider clock)
    {
        if (until < from)
        {
            return (null, EndsBeforeStart);
        }

        var tie = new GroupTie { Id = EntityId.New<GroupTieId>(clock), Child = child, Parent = parent.Id, From = from, Until = until };
        if (others.Any(o => o.Child == child && o.Overlaps(tie)))
        {
            return (null, Twice);
        }

        return tie.ClosesLoop(others) ? (null, Loop with { Values = [parent.Name] }) : (tie, null);
    }

    public Refusal? EndOn(DateOnly lastDay)
    {
        if (lastDay < From)
        {
            return EndsBeforeStart;
        }

        Until = lastDay;
        return null;
    }

    public Refusal? NoteBenefit(OrganisationId by, string? text)
    {
        text = (text ?? "").Trim();
        if (text.Length > LongestBenefit)
        {
            return TooLong;
        }

        (BenefitToChild, BenefitToParent) = by == Child ? (text, BenefitToParent) : (BenefitToChild, text);
        return null;
    }

    public bool RunsOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    private bool Overlaps(GroupTie other) => (Until is null || Until >= other.From) && (other.Until is null || other.Until >= From);

    // A circle counts only where all its ties run on one same day; walking up, the common days shrink.
    private bool ClosesLoop(IReadOnlyCollection<GroupTie> others)
    {
        var open = new Stack<(OrganisationId At, DateOnly From, DateOnly? Until)>([(Parent, From, Until)]);
        var seen = new HashSet<(OrganisationId, DateOnly, DateOnly?)>();
        while (open.TryPop(out var step))
        {
            if (step.At == Child)
            {
                return true;
            }

            if (!seen.Add(step))
            {
                continue;
            }

            foreach (var up in others.Where(o => o.Child == step.At))
            {
                var from = up.From > step.From ? up.From : step.From;
                var until = up.Until is null || step.Until < up.Until ? step.Until : up.Until;
                if (until is null || until >= from)
                {
                    open.Push((up.Parent, from, until));
                }
            }
        }

        return false;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<GroupTie>
    {
        public void Configure(EntityTypeBuilder<GroupTie> builder)
        {
            builder.HasKey(t => t.Id);
            builder.Property(t => t.BenefitToChild).HasMaxLength(LongestBenefit);
            builder.Property(t => t.BenefitToParent).HasMaxLength(LongestBenefit);
            builder.HasIndex(t => t.Child);
            builder.HasIndex(t => t.Parent);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.Child).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.Parent).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
