using System.Security.Cryptography;
using System.Text;

namespace Causeway.Kernel;

/// <summary>
/// One kind of what waits. Its words stand in mails, so they count and say where, and never quote what it is about (R41).
/// </summary>
/// <param name="Code">Stable, short, in the glossary's words; stands in addresses that stop a mail.</param>
/// <param name="Name">English; the localizer's key. Stands in the settings.</param>
/// <param name="One">English with {0}, for a single one.</param>
/// <param name="Many">English with {0}, for several.</param>
/// <param name="Url">The list that holds all of them.</param>
public sealed record WorkKind(string Code, string Name, string One, string Many, string Url)
{
    public static readonly WorkKind Other = new("other", "Everything else", "{0} thing waits for you", "{0} things wait for you", "/");

    /// <summary>A child's protection may hang on it: once due it is not put off, and no mail about it can be stopped.</summary>
    public bool Protects { get; init; }

    /// <summary>It only tells: one mail names it once, and it leaves the home page when it was seen.</summary>
    public bool IsNews { get; init; }
}

/// <summary>Something that waits for somebody. Home lists these, what is due first comes first.</summary>
/// <param name="Urgency">How loud: late and today are, the rest is quiet.</param>
/// <param name="When">Moment (UTC) it is due or came; decides the order.</param>
public sealed record WorkItem(DateTimeOffset When, Urgency Urgency, string WhenText, string Title, string Why, string Url, string Action)
{
    public WorkKind Kind { get; init; } = WorkKind.Other;

    /// <summary>How many of the kind one line stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Tells two things of one kind apart that stand on one page.</summary>
    public string Mark { get; init; } = "";

    /// <summary>The same thing has the same key tomorrow; tells nothing of it to whoever reads it.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind.Code} {Url} {Mark}")).AsSpan(0, 8));

    /// <summary>Where a day stands in the order of what waits; clock times play no part in it.</summary>
    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>How loud something is whose day has passed, has come or is ahead.</summary>
    public static Urgency UrgencyOf(DateOnly due, DateOnly today) => due < today ? Urgency.Late : due == today ? Urgency.Today : Urgency.Soon;

    public bool MayWait => !Kind.Protects || Urgency is not (Urgency.Late or Urgency.Today);
}

public enum Urgency
{
    Late,
    Today,
    Soon,
    Later,
}

/// <summary>A module's share of the home page.</summary>
public interface IWorkList
{
    Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct);
}
