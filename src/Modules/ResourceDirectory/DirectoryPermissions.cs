using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Who may do what with lists and the joint directory.</summary>
internal static class DirectoryPermissions
{
    /// <summary>Search the joint directory and read its entries.</summary>
    public const string Search = "directory.search";

    /// <summary>See the own school's listings.</summary>
    public const string SeeListings = "listing.see";

    /// <summary>See what is hidden from others: the own school's private notes.</summary>
    public const string SeeNotes = "listing.note.see";

    public const string EditListings = "listing.edit";

    /// <summary>Decide who sees a listing beyond the own school.</summary>
    public const string ShareListings = "listing.share";

    public const string ExportListings = "listing.export";

    public const string ImportLists = "list.import";

    /// <summary>Decide whether two listings of the network are the same, and undo a join.</summary>
    public const string DecideJoins = "join.decide";

    /// <summary>Start a check of the directory, end it, pass entries to other verifiers.</summary>
    public const string StartChecks = "check.start";

    /// <summary>See how a check goes: counts and lists.</summary>
    public const string SeeChecks = "check.see";

    /// <summary>Say whether an entry is right, ask its professional again, mark who has left.</summary>
    public const string AnswerChecks = "check.answer";

    public const string SuggestEdits = "suggestion.make";

    /// <summary>Accept or decline a suggestion: for the own school's listing, or as coordinator after two weeks.</summary>
    public const string DecideSuggestions = "suggestion.decide";

    /// <summary>Tell the network of an entry: waits, outcomes, communities confirmed.</summary>
    public const string TellEntries = "entry.tell";

    /// <summary>Write down who of the own school knows whom, visits and introductions.</summary>
    public const string RecordTies = "tie.record";

    /// <summary>Choose the country whose titles the own school's pages use.</summary>
    public const string ChoosePack = "pack.choose";

    public const string ChooseNetworkPack = "network-pack.choose";

    /// <summary>Say which role of the own school helps with which concern.</summary>
    public const string EditConcernRoles = "concern-role.edit";

    /// <summary>Decide whether the network publishes a feed, and under which address.</summary>
    public const string KeepFeed = "feed.keep";

    private static readonly Role[] Readers =
        [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.Teacher, Role.SeniorLeader, Role.DataProtectionOfficer];

    private static readonly Role[] Keepers = [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader];

    public static readonly IReadOnlyList<PermissionRule> All =
    [
        new(Search, Relation.OwnNetwork, Readers),
        new(SeeListings, Relation.OwnOrganisation, Readers),
        new(SeeNotes, Relation.OwnOrganisation, Keepers),
        new(EditListings, Relation.OwnOrganisation, Keepers),
        new(ShareListings, Relation.OwnOrganisation, Keepers),
        new(ExportListings, Relation.OwnOrganisation, Keepers),
        new(ImportLists, Relation.OwnOrganisation, Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor),
        new(StartChecks, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(SeeChecks, Relation.OwnNetwork, Readers),
        new(AnswerChecks, Relation.OwnNetwork, Keepers),
        new(SuggestEdits, Relation.OwnNetwork, Readers),
        new(DecideSuggestions, Relation.OwnNetwork, Keepers),
        new(DecideJoins, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor),
        new(TellEntries, Relation.OwnNetwork, Keepers),
        new(RecordTies, Relation.OwnOrganisation, Keepers),
        new(ChoosePack, Relation.OwnOrganisation, Keepers),
        new(ChooseNetworkPack, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(KeepFeed, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(EditConcernRoles, Relation.OwnOrganisation, Keepers),
    ];
}
