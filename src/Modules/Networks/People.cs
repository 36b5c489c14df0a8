using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.Options;

namespace Causeway.Networks;

/// <summary>Brings people in. Adds rows only; they go with the caller's commit.</summary>
internal sealed class People(AppDbContext db, IPersonDirectory directory, IInvitations invitations, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public const int LongestName = 120;

    public static readonly Refusal NoName = new("person.no-name", "Write the person's name, up to {0} characters.", "PersonName", LongestName);
    public static readonly Refusal NoMail = new("person.no-mail", "Write one mail address, like name@school.org.", "Email");
    public static readonly Refusal Yourself = new("post.yourself", "Nobody gives a post to themselves. Ask a colleague to do it.", "Email");

    public async Task<(PersonId Person, Refusal? Refusal)> InviteAsync(string? name, string? email, string language, Actor by, CancellationToken ct)
    {
        (name, email) = ((name ?? "").Trim(), (email ?? "").Trim());
        if (name.Length is 0 or > LongestName)
        {
            return (default, NoName);
        }

        if (!OutboxMail.IsAddress(email))
        {
            return (default, NoMail);
        }

        if ((await directory.FindByEmailAsync(email, ct))?.Id == by.Person)
        {
            return (default, Yourself);
        }

        return await CountedAct.CountAsync(db, by.Person, CountedActKind.Invitation, clock, ct) is { } tooMany
            ? (default, tooMany)
            : (await invitations.InviteAsync(name, email, language, ct), null);
    }

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> CardsAsync(IEnumerable<PersonId> people, CancellationToken ct) =>
        directory.FindAsync([.. people.Distinct()], ct);

    public string Link(string path) => new Uri(options.Value.PublicUrl, path).AbsoluteUri;
}
