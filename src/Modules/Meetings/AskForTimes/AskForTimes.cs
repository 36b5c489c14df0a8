using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Meetings;

internal sealed record TypedOption(DateOnly? Day, TimeOnly? Time, Rhythm Rhythm);

/// <param name="Guests">People without an account, one a line: "Name, mail address".</param>
internal sealed record AskForTimes(PollTerms Terms, IReadOnlyList<TypedOption> Options, IReadOnlyCollection<PostId> Posts, string? Guests);

/// <summary>A poll comes into being with its times and the people asked, each with one mail: one commit.</summary>
internal sealed class AskForTimesHandler(AppDbContext db, MeetingDoor door, INetworkDirectory networks, IPersonDirectory people, PollMails mails)
{
    public const int MostVoters = 80;

    public static readonly Refusal Nobody = new("poll.nobody", "Choose at least one person, or write a guest.", "Posts");
    public static readonly Refusal TooManyPeople = new("poll.too-many-people", "Ask {0} people at most.", "Posts", MostVoters);

    public async Task<(SlotPollId Id, Refusal? Refusal)> HandleAsync(AskForTimes command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, MeetingsPermissions.Append))
        {
            return (default, MeetingDoor.Gone);
        }

        var (poll, refusal) = SlotPoll.Ask(network, command.Terms, actor, mails.Clock);
        if (poll is null)
        {
            return (default, refusal);
        }

        var (options, bad) = Options(poll, command.Options);
        var (voters, unfit) = bad is null ? await VotersAsync(poll, command, network, actor, ct) : ([], null);
        if ((bad ?? unfit) is { } no)
        {
            return (default, no);
        }

        db.Add(poll);
        db.AddRange(options);
        db.AddRange(voters);
        voters.ForEach(mails.Ask);
        return (poll.Id, await db.TrySaveAsync("poll.asked", poll.Id.Value, ct));
    }

    private (List<SlotOption> Options, Refusal? Refusal) Options(SlotPoll poll, IReadOnlyList<TypedOption> typed)
    {
        var options = new List<SlotOption>();
        foreach (var one in typed.Distinct())
        {
            var (option, refusal) = SlotOption.Of(poll, options.Count + 1, one.Day, one.Time, one.Rhythm, mails.Clock);
            if (option is null)
            {
                return ([], refusal);
            }

            options.Add(option);
        }

        return options.Count < 2 ? ([], SlotOption.None) : options.Count > SlotPoll.MostOptions ? ([], SlotOption.TooMany) : (options, null);
    }

    private async Task<(List<PollVoter> Voters, Refusal? Refusal)> VotersAsync(SlotPoll poll, AskForTimes command, NetworkId network, Actor actor, CancellationToken ct)
    {
        var posts = (await networks.PostsInAsync(network, ct)).Where(p => command.Posts.Contains(p.Id)).DistinctBy(p => p.Person).ToList();
        var cards = await people.FindAsync([.. posts.Select(p => p.Person)], ct);
        var voters = posts.Where(p => cards.ContainsKey(p.Person)).Select(p => PollVoter.Ask(
            poll, new(p.Person, cards[p.Person].Name, cards[p.Person].Email, p.Organisation, p.OrganisationName, cards[p.Person].Language, cards[p.Person].Zone, Part.Representative), mails.Clock)).OfType<PollVoter>().ToList();
        var number = 0;
        foreach (var line in (command.Guests ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var at = line.LastIndexOfAny([',', ';', '\t']);
            var guest = at < 1 ? null : PollVoter.Ask(poll, new(null, line[..at], line[(at + 1)..], null, "", actor.Language, poll.Zone, Part.Guest), mails.Clock);
            if (guest is null)
            {
                return ([], PollVoter.BadGuest with { Values = [number] });
            }

            voters.Add(guest);
        }

        voters = [.. voters.DistinctBy(v => v.Address, StringComparer.Ordinal)];
        return voters.Count == 0 ? ([], Nobody) : voters.Count > MostVoters ? ([], TooManyPeople) : (voters, null);
    }
}
