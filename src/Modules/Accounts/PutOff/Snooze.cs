using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>That a person wants to see something later. Its key tells nothing of what it is.</summary>
internal sealed class Snooze : IOwnedByPerson
{
    private Snooze()
    {
    }

    public PersonId PersonId { get; private set; }

    public string Key { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }

    public static Snooze Of(PersonId person, string key, DateTimeOffset until) => new() { PersonId = person, Key = key, Until = until };

    public void Extend(DateTimeOffset until) => Until = until;

    internal sealed class Configuration : IEntityTypeConfiguration<Snooze>
    {
        public void Configure(EntityTypeBuilder<Snooze> builder)
        {
            builder.HasKey(s => new { s.PersonId, s.Key });
            builder.Property(s => s.Key).HasMaxLength(16);
        }
    }
}
