using System.Reflection;

namespace Causeway.Kernel;

/// <summary>What the house needs to know of a room: its permissions, its place in the menu, and where its entities are.</summary>
public interface IModule
{
    string Name { get; }

    /// <summary>Holds the module's pages, entities and texts.</summary>
    Assembly Assembly => GetType().Assembly;

    IEnumerable<PermissionRule> Permissions { get; }

    IEnumerable<NavigationEntry> Navigation => [];
}

/// <param name="Order">Home 0, Find help 10, Cases 20, Referrals 30, Meetings 40, Network 50, Partnerships 60, Library 70, Training 80, Insights 90.</param>
/// <param name="Icon">Name of an icon in the icon sheet of Ui.</param>
public sealed record NavigationEntry(int Order, string Text, string Url, string Icon, string Permission)
{
    /// <summary>Another address whose pages belong to this entry; null where its own address is all.</summary>
    public string? AlsoUnder { get; init; }
}

/// <summary>Something that waits for somebody. Home lists these, what is due first comes first.</summary>
/// <param name="Urgency">How loud: late and today are, the rest is quiet.</param>
/// <param name="When">Moment (UTC) it is due or came; decides the order.</param>
public sealed record WorkItem(DateTimeOffset When, Urgency Urgency, string WhenText, string Title, string Why, string Url, string Action);

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
