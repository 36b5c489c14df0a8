using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal enum CountedActKind
{
    Invitation,
    Export,
}

/// <summary>One invitation or export of a person: rows of the person, so that the limit holds whatever post they act in (R20).</summary>
internal sealed class CountedAct : IOwnedByPerson
{
    public const int InvitationsADay = 20;
    public const int ExportsADay = 3;

    public static readonly Refusal TooManyInvitations =
        new("invitation.too-many", "You have sent {0} invitations in 24 hours. Send the next ones tomorrow.", null, InvitationsADay);

    public static readonly Refusal TooManyExports =
        new("export.too-many", "You have downloaded {0} times in 24 hours. Try again tomorrow.", null, ExportsADay);

    private CountedAct()
    {
    }

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CountedActKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Adds one to the context, or says that the day's share is used up.</summary>
    public static async Task<Refusal?> CountAsync(AppDbContext db, PersonId person, CountedActKind kind, TimeProvider clock, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddHours(-24);
        var (most, refusal) = kind == CountedActKind.Invitation ? (InvitationsADay, TooManyInvitations) : (ExportsADay, TooManyExports);
        if (await db.Set<CountedAct>().CountAsync(a => a.PersonId == person && a.Kind == kind && a.At > since, ct) >= most)
        {
            return refusal;
        }

        db.Add(new CountedAct { Id = Guid.CreateVersion7(clock.GetUtcNow()), PersonId = person, Kind = kind, At = clock.GetUtcNow() });
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CountedAct>
    {
        public void Configure(EntityTypeBuilder<CountedAct> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasIndex(a => new { a.PersonId, a.Kind, a.At });
        }
    }
}
