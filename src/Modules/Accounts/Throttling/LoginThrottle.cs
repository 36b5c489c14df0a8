using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>
/// Tries of one account, or from one network address (R20). A row, so that it holds over restarts and for all copies of
/// the program. The first five failures within a quarter of an hour cost nothing, each further one doubles the pause; it
/// never grows beyond a quarter of an hour, so that nobody is locked out for good.
/// </summary>
internal sealed class LoginThrottle : IVersioned
{
    public const int FreeFailures = 5;
    public const int MostInARow = 100;
    public const int MostPerMinute = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    private LoginThrottle()
    {
    }

    /// <summary>SHA-256 of what is counted: the row tells nobody's address.</summary>
    public string Key { get; private set; } = "";

    public int Failures { get; private set; }

    /// <summary>Since the last success. At <see cref="MostInARow"/> the factor is off until the person sets it anew.</summary>
    public int InARow { get; private set; }

    public DateTimeOffset WindowFrom { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset OpenAt { get; private set; }

    public int Version { get; private set; }

    public static LoginThrottle For(string key) => new() { Key = key };

    public bool IsOff => InARow >= MostInARow;

    /// <summary>Counts a try of an account before it is looked at: many at once then cannot slip through together.</summary>
    public bool TryAccount(DateTimeOffset now)
    {
        if (now < OpenAt || IsOff)
        {
            return false;
        }

        if (now - LastAt >= Window)
        {
            Failures = 0;
        }

        (Failures, InARow, LastAt) = (Failures + 1, InARow + 1, now);
        OpenAt = now + PauseAfter(Failures);
        return true;
    }

    public bool TryAddress(DateTimeOffset now, int most)
    {
        if (now - WindowFrom >= TimeSpan.FromMinutes(1))
        {
            (Failures, WindowFrom) = (0, now);
        }

        if (Failures >= most)
        {
            return false;
        }

        (Failures, LastAt) = (Failures + 1, now);
        return true;
    }

    public void Succeed() => (Failures, InARow, OpenAt) = (0, 0, default);

    public static TimeSpan PauseAfter(int failures)
    {
        if (failures < FreeFailures)
        {
            return TimeSpan.Zero;
        }

        var pause = FirstPause * Math.Pow(2, Math.Min(failures - FreeFailures, 10));
        return pause < Window ? pause : Window;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<LoginThrottle>
    {
        public void Configure(EntityTypeBuilder<LoginThrottle> builder)
        {
            builder.HasKey(t => t.Key);
            builder.Property(t => t.Key).HasMaxLength(64);
            builder.HasIndex(t => t.LastAt);
        }
    }
}
