using Causeway.Kernel;

namespace Causeway.Networks;

public enum OrganisationKind
{
    School,
    Authority,
    Ngo,
    FaithBody,
    CommunityGroup,
    InformalGroup,
    Practice,
}

/// <param name="CallingCode">Digits of the country calling code that local phone numbers of this organisation mean; null: unknown.</param>
public sealed record OrganisationCard(OrganisationId Id, string Name, OrganisationKind Kind, string Area, string? CallingCode, string? CountryCode)
{
    /// <summary>IANA time zone of the place.</summary>
    public string Zone { get; init; } = "UTC";
}

/// <param name="Languages">BCP 47 tags, the first is the network's main language.</param>
public sealed record NetworkCard(NetworkId Id, string Name, string Acronym, string Kind, string Area, IReadOnlyList<string> Languages);

/// <summary>A person in a post that runs today.</summary>
public sealed record PostCard(PostId Id, PersonId Person, string PersonName, Role Role, string Title, OrganisationId Organisation, string OrganisationName);

/// <summary>Questions about organisations, networks and posts. Answers hold only what the present scope may see.</summary>
public interface INetworkDirectory
{
    Task<NetworkCard?> FindNetworkAsync(NetworkId network, CancellationToken ct);

    Task<OrganisationCard?> FindOrganisationAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Organisations that are members of the network today, by name.</summary>
    Task<IReadOnlyList<OrganisationCard>> MembersAsync(NetworkId network, CancellationToken ct);

    /// <summary>Posts of the organisation that run today.</summary>
    Task<IReadOnlyList<PostCard>> PostsAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Posts of every member organisation that run today, for choosing a person of the network.</summary>
    Task<IReadOnlyList<PostCard>> PostsInAsync(NetworkId network, CancellationToken ct);

    /// <summary>Whom to call and who must report, as the network last checked it.</summary>
    Task<EmergencyCard?> FindEmergencyAsync(NetworkId network, CancellationToken ct);

    /// <summary>What the network was called at that moment: a document closed then keeps that name whatever comes later.</summary>
    Task<NetworkNameCard?> NameAtAsync(NetworkId network, DateTimeOffset moment, CancellationToken ct);
}

public sealed record NetworkNameCard(string Name, string Acronym);

/// <param name="DutyToReport">Empty: nobody has written it down yet.</param>
/// <param name="CheckedOn">Null: never checked; say so wherever the numbers are shown.</param>
public sealed record EmergencyCard(IReadOnlyList<EmergencyNumber> Numbers, string DutyToReport, DateOnly? CheckedOn);

/// <param name="Hours">"day and night"; null: not said.</param>
public sealed record EmergencyNumber(string Service, string Number, string? Hours)
{
    /// <summary>Reads "Police: 110, day and night". Null: no number in it.</summary>
    internal static EmergencyNumber? Read(string line)
    {
        var colon = line.LastIndexOf(':');
        if (colon < 1)
        {
            return null;
        }

        var rest = line[(colon + 1)..].Split(',', 2, StringSplitOptions.TrimEntries);
        var isNumber = rest[0].Any(char.IsAsciiDigit) && rest[0].All(c => char.IsAsciiDigit(c) || " +-()/".Contains(c, StringComparison.Ordinal));
        return isNumber ? new(line[..colon].Trim(), rest[0], rest.Length > 1 && rest[1].Length > 0 ? rest[1] : null) : null;
    }
}

/// <summary>
/// A part of what an organisation takes with it when it leaves a network, written by the module that keeps it.
/// Runs in the leaving organisation's scope.
/// </summary>
public interface IDataToHandBack
{
    /// <summary>File name inside the archive: <c>listings.csv</c>.</summary>
    string FileName { get; }

    Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct);
}

/// <summary>A cell of a list that is handed back.</summary>
public static class HandedBackCell
{
    /// <summary>Quoted; a leading sign that a spreadsheet would calculate is defused (R36).</summary>
    public static string Of(string? value)
    {
        var text = value ?? "";
        var risky = text.Length > 0 && "=+-@\t\r\0＝＋－＠".Contains(text[0], StringComparison.Ordinal);
        return '"' + (risky ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}

/// <summary>Told, in the same commit, that an organisation leaves a network, so that a module takes back what was lent.</summary>
public interface IOnLeavingNetwork
{
    /// <param name="leaveBehind">True: what was shared stays readable for the others, as the leaving organisation agreed.</param>
    Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct);
}

/// <summary>
/// A module's part of the page that shows everything a school does beyond its own walls: partnerships, forums, training and
/// so on. Runs in the reader's scope and answers only what that reader may see.
/// </summary>
public interface IBeyondWalls
{
    /// <summary>English heading; the localizer's key.</summary>
    string Heading { get; }

    /// <summary>Place on the page: Networks' own parts stand at 10 to 50.</summary>
    int Order { get; }

    /// <summary>Newest first. Empty: the part is left out.</summary>
    Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct);
}

/// <param name="Title">Of the thing itself, as its module shows it.</param>
/// <param name="Status">English words of the state; the localizer's key.</param>
/// <param name="Url">Null: the reader has no page of it.</param>
/// <param name="IsRunning">Counts as running now.</param>
public sealed record BeyondWallsRow(string Title, string Status, DateOnly? From, DateOnly? Until, string? Url, bool IsRunning);
