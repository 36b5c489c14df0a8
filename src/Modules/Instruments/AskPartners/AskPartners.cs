using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Instruments;

/// <param name="Guests">People without an account, one a line: "Body, name, mail address".</param>
internal sealed record AskPartners(string Form, WaveTerms Terms, IReadOnlyCollection<PostId> Posts, string? Guests);

/// <param name="Organisation">Null: a body outside the network.</param>
internal sealed record AskedPerson(OrganisationId? Organisation, string OrganisationName, PersonId? Person, string Name, string Address, string Language);

/// <summary>A wave comes into being with its partners and everybody asked: one commit.</summary>
internal sealed class AskPartnersHandler(AppDbContext db, InstrumentBook instruments, INetworkDirectory networks, IPersonDirectory people, WaveMails mails)
{
    public const int MostPeople = 300;

    public static readonly Refusal Nobody = new("wave.nobody", "Choose at least one person, or write somebody from outside.", "Posts");
    public static readonly Refusal TooManyPeople = new("wave.too-many-people", "Ask {0} people at most.", "Posts", MostPeople);
    public static readonly Refusal BadGuest = new("wave.bad-guest", "Line {0}: write the body, a comma, a name, a comma and a mail address.", "Guests", 0);
    public static readonly Refusal OthersPeople = new("wave.others-people", "You can ask people of your own organisation. The coordinator asks several together.", "Posts");
    public static readonly Refusal NoForm = new("wave.no-form", "Choose a checklist.", "Form");

    public async Task<(WaveId Id, Refusal? Refusal)> HandleAsync(AskPartners command, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (actor.Network is not { } network || !instruments.May(actor, InstrumentsPermissions.OpenWave))
        {
            return (default, InstrumentPage.Gone);
        }

        if (await instruments.FindAsync(command.Form, actor, ct) is not { } form || form.Own?.IsPutAway == true)
        {
            return (default, NoForm);
        }

        var (asked, refusal) = await AskedAsync(command, network, actor, ct);
        var (wave, unfit) = refusal is null ? Wave.Open(network, form.Instrument, command.Terms, actor, clock) : (null, refusal);
        if (wave is null)
        {
            return (default, unfit);
        }

        db.Add(wave);
        foreach (var respondent in Rows(wave, asked, clock).Where(r => r.PersonId is null))
        {
            mails.Ask(respondent);
        }

        WaveRound.Order(db, wave, actor.Zone, clock);
        return (wave.Id, await db.TrySaveAsync("wave.opened", wave.Id.Value, ct));
    }

    /// <summary>Adds partners, answers and people; the made-up city uses the same.</summary>
    public List<Respondent> Rows(Wave wave, IReadOnlyList<AskedPerson> asked, TimeProvider clock)
    {
        var rows = new List<Respondent>();
        foreach (var group in asked.GroupBy(a => (a.Organisation, Name: a.Organisation is null ? a.OrganisationName.ToUpperInvariant() : "")))
        {
            var partner = WavePartner.Ask(wave, group.Key.Organisation, group.First().OrganisationName, group.Count(), clock);
            db.Add(partner);
            ResponseSet? sheet = null;
            foreach (var person in group)
            {
                if (sheet is null || !partner.IsSheet)
                {
                    sheet = ResponseSet.Begin(partner, clock);
                    db.Add(sheet);
                }

                if (Respondent.Ask(sheet, person.Person, person.Name, person.Address, person.Language, clock) is { } respondent)
                {
                    db.Add(respondent);
                    rows.Add(respondent);
                }
            }
        }

        return rows;
    }

    /// <summary>Contacts and guests have no first page of the network; they are asked by mail like others from outside.</summary>
    public static bool MayBeAsked(PostCard post) => post.Role is not (Role.Outsider or Role.PartnerContact or Role.Operator);

    private async Task<(IReadOnlyList<AskedPerson> Asked, Refusal? Refusal)> AskedAsync(AskPartners command, NetworkId network, Actor actor, CancellationToken ct)
    {
        var posts = (await networks.PostsInAsync(network, ct)).Where(p => command.Posts.Contains(p.Id) && MayBeAsked(p)).DistinctBy(p => p.Person).ToList();
        if (!instruments.May(actor, InstrumentsPermissions.SeeAllWaves) && (posts.Any(p => p.Organisation != actor.Organisation) || !string.IsNullOrWhiteSpace(command.Guests)))
        {
            return ([], OthersPeople);
        }

        var cards = await people.FindAsync([.. posts.Select(p => p.Person)], ct);
        var asked = posts.Where(p => cards.ContainsKey(p.Person))
            .Select(p => new AskedPerson(p.Organisation, p.OrganisationName, p.Person, cards[p.Person].Name, cards[p.Person].Email, cards[p.Person].Language)).ToList();
        var (guests, bad) = Guests(command.Guests, actor.Language);
        asked.AddRange(guests);
        asked = [.. asked.DistinctBy(a => a.Address, StringComparer.OrdinalIgnoreCase)];
        return bad is not null ? ([], bad) : asked.Count == 0 ? ([], Nobody) : asked.Count > MostPeople ? ([], TooManyPeople) : (asked, null);
    }

    private static (List<AskedPerson> Guests, Refusal? Refusal) Guests(string? lines, string language)
    {
        var guests = new List<AskedPerson>();
        var number = 0;
        foreach (var line in (lines ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var parts = line.Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (parts.Length != 3 || parts[0].Length is 0 or > 200 || parts[1].Length is 0 or > 120 || !OutboxMail.IsAddress(parts[2]))
            {
                return ([], BadGuest with { Values = [number] });
            }

            guests.Add(new(null, parts[0], null, parts[1], parts[2], language));
        }

        return (guests, null);
    }
}
