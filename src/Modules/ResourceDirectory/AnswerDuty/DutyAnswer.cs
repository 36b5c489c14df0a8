using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum DutySign
{
    NoSign,
    NotSure,
    Sign,
}

/// <summary>
/// What a person answered to "is there any sign that somebody harms a child?" before looking for help with it. Asked again after
/// an hour. Says nothing of which child: the answer is for the person's own conscience and the audit.
/// </summary>
internal sealed class DutyAnswer : IOwnedByPerson, IVersioned
{
    private static readonly TimeSpan Holds = TimeSpan.FromHours(1);

    private DutyAnswer()
    {
    }

    internal DutyAnswer(PersonId person, TimeProvider clock) => (Id, PersonId) = (EntityId.New<DirectoryRowId>(clock), person);

    public DirectoryRowId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public DutySign Sign { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    public void Give(DutySign sign, TimeProvider clock) => (Sign, At) = (sign, clock.GetUtcNow());

    /// <summary>Null: never answered, or too long ago.</summary>
    public static async Task<DutyAnswer?> OfAsync(AppDbContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Holds;
        return await db.Set<DutyAnswer>().AsNoTracking().Where(a => a.PersonId == actor.Person && a.At > since).OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<DutyAnswer>
    {
        public void Configure(EntityTypeBuilder<DutyAnswer> builder)
        {
            builder.HasKey(a => a.Id);
            builder.HasIndex(a => a.PersonId);
        }
    }
}
