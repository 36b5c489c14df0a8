using Causeway.Kernel;

namespace Causeway.Persistence;

/// <summary>Who does the next steps of the made-up city.</summary>
public static class DemoActor
{
    /// <summary>Null: this person has no post today. What was not saved before is forgotten, as between two requests.</summary>
    public static async Task<Actor?> ActAsAsync(this AppDbContext db, IActorSource actors, PersonId person, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actors);
        db.ChangeTracker.Clear();
        db.Scope.Set(Actor.Anonymous with { Person = person });
        var actor = await actors.FindAsync(person, null, ct);
        db.Scope.Set(actor ?? Actor.Anonymous);
        return actor;
    }

    /// <summary>The same by the key of <c>city.json</c>: <c>mara</c>.</summary>
    public static Task<Actor?> ActAsAsync(this AppDbContext db, IActorSource actors, DemoCity city, string person, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(city);
        return db.ActAsAsync(actors, new PersonId(city.Ids["person:" + person]), ct);
    }
}
