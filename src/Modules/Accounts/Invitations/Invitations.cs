using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

internal sealed class Invitations(AppDbContext db, SecurityMails mails, IOptions<AccountsOptions> options, TimeProvider clock)
    : IInvitations, IFirstPerson
{
    private const string KindOfMail = "An invitation";

    private OrganisationId? OnAccountOf => db.Scope.Actor.Organisation;

    /// <summary>A wrong address is put right by inviting again: to a post of one's own organisation, or as a network.</summary>
    private string WhereItIsGiven => db.Scope.Actor.Organisation is { } own && own == db.Scope.Organisation ? $"/organisations/{own}" : "/network";

    public async Task<PersonId> InviteAsync(string name, string email, string language, CancellationToken ct)
    {
        var person = await FindOrAddAsync(name, email, language, ct);
        if (person.State == PersonState.Active)
        {
            mails.Write(person, "Something new waits for you", "You were given something new to do. Sign in to see it:", "/").About(KindOfMail, WhereItIsGiven, OnAccountOf);
        }
        else if (person.State == PersonState.Invited)
        {
            var secret = await AddLinkAsync(person, ct);
            mails.Write(
                person,
                "You are invited",
                "You are invited to {0}. Open this link within {1} days and choose how you want to sign in. The link works once.",
                "/welcome/" + secret,
                options.Value.Site,
                (int)options.Value.InvitationLife.TotalDays).About(KindOfMail, WhereItIsGiven, OnAccountOf);
        }

        return person.Id;
    }

    public async Task<string> CreateLinkAsync(string name, string email, CancellationToken ct)
    {
        var person = await FindOrAddAsync(name, email, "en", ct);
        if (person.State != PersonState.Invited)
        {
            throw new InvalidOperationException("This person signs in already; a set-up link would be a way around their factors.");
        }

        var secret = await AddLinkAsync(person, ct);
        await db.SaveChangesAsync(ct);
        return options.Value.Link("/welcome/" + secret);
    }

    private async Task<Person> FindOrAddAsync(string name, string email, string language, CancellationToken ct)
    {
        var key = EmailAddress.KeyOf(email);

        // Two invitations in one commit may name the same new person.
        var person = db.Set<Person>().Local.FirstOrDefault(p => string.Equals(p.EmailKey, key, StringComparison.Ordinal))
            ?? await db.Set<Person>().FirstOrDefaultAsync(p => p.EmailKey == key, ct);
        if (person is null)
        {
            person = Person.Invite(name, email, ReadingLanguages.Known(language) ? language : "en", clock);
            db.Add(person);
        }

        return person;
    }

    private async Task<string> AddLinkAsync(Person person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var older in await db.Set<Invitation>().Where(i => i.Person == person.Id && i.UsedAt == null && i.WithdrawnAt == null).ToListAsync(ct))
        {
            older.Withdraw(now);
        }

        var secret = RandomSecret.New();
        var invitation = Invitation.Send(SecretHash.Of(secret), person.Id, options.Value.InvitationLife, clock);
        db.Add(invitation);
        db.Record("person.invited", person.Id.Value);
        return secret;
    }
}
