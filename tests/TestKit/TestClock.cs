using Causeway.Persistence;

namespace Causeway.TestKit;

/// <summary>A clock that stands still until a test moves it. Starts on a school-day morning.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 17, 8, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset to) => _now = to;
}

/// <summary>The database's time on PostgreSQL, which in tests stands still beside the program's, or apart from it by <see cref="Ahead"/>.</summary>
public sealed class TestDatabaseClock(IDatabaseProvider provider, TimeProvider clock) : DatabaseClock(provider, clock)
{
    private readonly TimeProvider _clock = clock;

    public TimeSpan Ahead { get; set; }

    protected override async Task<DateTimeOffset?> ReadAsync(AppDbContext db, CancellationToken ct) =>
        await base.ReadAsync(db, ct) is null ? null : _clock.GetUtcNow() + Ahead;
}
