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

    /// <summary>Kinds of things that wait in this room; people choose of which they are told by mail.</summary>
    IEnumerable<WorkKind> Work => [];
}

/// <param name="Order">Home 0, Find help 10, Cases 20, Referrals 30, Meetings 40, Network 50, Partnerships 60, Library 70, Training 80, Insights 90.</param>
/// <param name="Icon">Name of an icon in the icon sheet of Ui.</param>
public sealed record NavigationEntry(int Order, string Text, string Url, string Icon, string Permission)
{
    /// <summary>Another address whose pages belong to this entry; null where its own address is all.</summary>
    public string? AlsoUnder { get; init; }
}
