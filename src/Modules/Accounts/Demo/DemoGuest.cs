using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>Somebody of the made-up city one can be, and what to look at. Empty everywhere else.</summary>
internal sealed class DemoGuest
{
    private DemoGuest()
    {
    }

    public PersonId Person { get; private set; }

    /// <summary>Order of the file.</summary>
    public int Place { get; private set; }

    /// <summary>Null: in no post today.</summary>
    public Role? Role { get; private set; }

    public string Title { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string LookAt { get; private set; } = "";

    public static DemoGuest Present(PersonId person, int place, Role? role, (string Title, string Organisation, string LookAt) words) => new()
    {
        Person = person, Place = place, Role = role, Title = words.Title, Organisation = words.Organisation, LookAt = words.LookAt,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<DemoGuest>
    {
        public void Configure(EntityTypeBuilder<DemoGuest> builder)
        {
            builder.HasKey(g => g.Person);
            builder.Property(g => g.Person).ValueGeneratedNever();
            builder.Property(g => g.Title).HasMaxLength(200);
            builder.Property(g => g.Organisation).HasMaxLength(200);
            builder.Property(g => g.LookAt).HasMaxLength(500);
        }
    }
}
