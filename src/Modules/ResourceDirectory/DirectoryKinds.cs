using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class DirectoryKinds
{
    public static readonly WorkKind Import = new("import", "Lists that are being taken in", "{0} list to look at", "{0} lists to look at", "/directory/import");
    public static readonly WorkKind Listings = new("listing", "Your school's listings", "{0} listing of your school to look at", "{0} listings of your school to look at", "/directory/listings");
    public static readonly WorkKind Pairs = new("pair", "Entries that may be the same", "{0} pair of entries may be the same", "{0} pairs of entries may be the same", "/directory/review");
    public static readonly WorkKind Calls = new("call", "Professionals to ring for the check", "{0} professional to ring for the check", "{0} professionals to ring for the check", "/directory/check/mine");
    public static readonly WorkKind Checks = new("check", "Entries to confirm for the check", "{0} entry to confirm for the check", "{0} entries to confirm for the check", "/directory/check/mine");
    public static readonly WorkKind Departure = new("departure", "Professionals who left", "{0} professional whom your school lists has left", "{0} professionals whom your school lists have left", "/directory/departures") { Protects = true };
    public static readonly WorkKind Suggestion = new("suggestion", "Suggestions for listings", "{0} suggestion to decide", "{0} suggestions to decide", "/directory/suggestions");
    public static readonly WorkKind Decided = new("suggestion-decided", "What became of your suggestions", "{0} suggestion of yours was decided", "{0} suggestions of yours were decided", "/directory/suggestions?show=mine") { IsNews = true };

    public static readonly WorkKind[] All = [Import, Listings, Pairs, Calls, Checks, Departure, Suggestion, Decided];
}
