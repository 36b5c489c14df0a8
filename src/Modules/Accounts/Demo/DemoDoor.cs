using System.Collections.Concurrent;
using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>
/// One-click sign-in to the made-up city. Codes are made anew at each start and live in memory only; outside the made-up
/// city there are none, and asking for one throws.
/// </summary>
public sealed class DemoDoor(IOptions<AccountsOptions> options)
{
    internal const string Method = "demo";

    private readonly ConcurrentDictionary<PersonId, string> _codes = new();

    /// <summary>The address that signs in as this person.</summary>
    /// <exception cref="InvalidOperationException">This is not the made-up city.</exception>
    public string LinkFor(PersonId person) => options.Value.Link(PathFor(person));

    internal string PathFor(PersonId person)
    {
        if (!options.Value.Demo)
        {
            throw new InvalidOperationException("There are no sign-in links outside the made-up city.");
        }

        return "/demo/enter/" + _codes.GetOrAdd(person, _ => RandomSecret.New());
    }

    internal PersonId? WhoseIs(string code)
    {
        foreach (var (person, known) in _codes)
        {
            if (options.Value.Demo && SecretHash.Matches(code, SecretHash.Of(known)))
            {
                return person;
            }
        }

        return null;
    }
}
