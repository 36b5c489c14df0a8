using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts;

/// <summary>All that waits for a person, post by post, as home would show it to them.</summary>
internal sealed class PersonsWork(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<PostWork>> GatherAsync(PersonId person, CancellationToken ct)
    {
        var found = new List<PostWork>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in await ActorsAsync(person, ct))
        {
            // Each post in a unit of work of its own: rights are those of one post, never of several together.
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Scope>().Set(actor);
            var waiting = (await scope.ServiceProvider.GetRequiredService<IWorkBook>().OfAsync(actor, ct)).Waiting;
            found.Add(new PostWork(actor, [.. waiting.Where(i => seen.Add(i.Key + " " + i.Title))]));
        }

        return found;
    }

    private async Task<IReadOnlyList<Actor>> ActorsAsync(PersonId person, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Set(Actor.Anonymous with { Person = person });
        return await scope.ServiceProvider.GetRequiredService<IActorSource>().FindAllAsync(person, ct);
    }
}
