using System.Globalization;
using System.Security.Cryptography;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>
/// One of ten printed codes: <c>04-XXXXX-XXXXX-XXX</c>, 65 random bits behind a number. The number finds the row, so that
/// one typed code costs one slow hash and not ten.
/// </summary>
internal sealed class RecoveryCode : IOwnedByPerson
{
    public const int Set = 10;
    private const int Letters = 13;
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private RecoveryCode()
    {
    }

    public PersonId PersonId { get; private set; }

    public int Number { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static RecoveryCode Print(PersonId person, int number, string hash, TimeProvider clock) =>
        new() { PersonId = person, Number = number, Hash = hash, CreatedAt = clock.GetUtcNow() };

    public void Reprint(string hash, DateTimeOffset now) => (Hash, CreatedAt, UsedAt) = (hash, now, null);

    public void Use(DateTimeOffset now) => UsedAt ??= now;

    public static string NewText(int number)
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Letters);
        return string.Create(CultureInfo.InvariantCulture, $"{number:00}-{letters[..5]}-{letters[5..10]}-{letters[10..]}");
    }

    /// <summary>Number and letters of what was typed, whatever the case and the dashes; number 0 when it cannot be a code.</summary>
    public static (int Number, string Letters) Read(string? typed)
    {
        var dense = new string([.. (typed ?? "").Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return dense.Length == Letters + 2 && int.TryParse(dense.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, dense[2..])
            : (0, dense);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.HasKey(c => new { c.PersonId, c.Number });
            builder.Property(c => c.Hash).HasMaxLength(200);
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
