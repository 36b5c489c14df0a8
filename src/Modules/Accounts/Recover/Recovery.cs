using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

internal sealed record RecoverCommand(string? Email, string? FirstCode, string? SecondCode);

/// <summary>What became of it: signed in, or when the door opens.</summary>
internal sealed record RecoveryOutcome(Refusal? Refusal, DateTimeOffset? OpensAt)
{
    public bool SignedIn => Refusal is null && OpensAt is null;
}

/// <summary>
/// Back in with two of the ten printed codes (R18). It gives a login, no more: no factor is removed, mail proves nothing,
/// and a day passes in which the person is warned and can stop it.
/// </summary>
internal sealed class Recovery(AppDbContext db, Factors factors, Throttle throttle, Sessions sessions, SecurityMails mails)
{
    public const string Method = "recovery";

    public static readonly Refusal NoMatch = new(
        "recovery.no-match", "Mail address and codes do not fit together. Two different codes of your newest sheet are needed.");

    public async Task<RecoveryOutcome> HandleAsync(RecoverCommand command, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        var account = EmailAddress.KeyOf(command.Email) ?? (command.Email ?? "").Trim().ToLowerInvariant();
        if (!await throttle.TryAddressAsync(Sessions.AddressOf(http), ct) || !(await throttle.TryAccountAsync("recovery|" + account, null, ct)).Allowed)
        {
            return new(PasswordSignIn.TooOften, null);
        }

        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.EmailKey == account && p.State == PersonState.Active, ct);
        var before = db.Scope.Actor;
        db.Scope.Set(Actor.Anonymous with { Person = person?.Id ?? new PersonId(Guid.Empty) });
        var first = await factors.FindCodeAsync(person, command.FirstCode, ct);
        var second = await factors.FindCodeAsync(person, command.SecondCode, ct);
        if (person is null || first is null || second is null || first.Number == second.Number)
        {
            db.Scope.Set(before);
            db.Record("recovery.failed", person?.Id.Value ?? Guid.Empty, Guid.Empty);
            await db.SaveChangesAsync(ct);
            return new(NoMatch, null);
        }

        var outcome = await GoOnAsync(person, first, second, http, clock, ct);
        await throttle.SucceededAsync("recovery|" + account, null);
        if (!outcome.SignedIn)
        {
            db.Scope.Set(before);
        }

        return outcome;
    }

    /// <summary>The person says: that was not me. The codes are spent with it.</summary>
    public async Task StopAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var request in await RunningAsync(person, now, ct))
        {
            request.Stop(now);
            foreach (var code in await db.Set<RecoveryCode>().Where(c => c.PersonId == person && (c.Number == request.FirstCode || c.Number == request.SecondCode)).ToListAsync(ct))
            {
                code.Use(now);
            }

            db.Record("recovery.stopped", request.Id.Value, Guid.Empty);
        }

        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyList<RecoveryRequest>> RunningAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        var requests = await db.Set<RecoveryRequest>().Where(r => r.PersonId == person && r.StoppedAt == null && r.DoneAt == null).ToListAsync(ct);
        return [.. requests.Where(r => r.IsRunning(now))];
    }

    private async Task<RecoveryOutcome> GoOnAsync(
        Person person, RecoveryCode first, RecoveryCode second, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var request = (await RunningAsync(person.Id, now, ct)).FirstOrDefault(r => r.IsFor(first.Number, second.Number));
        if (request is null)
        {
            request = RecoveryRequest.Ask(person.Id, first.Number, second.Number, clock);
            db.Add(request);
            db.Record("recovery.asked", request.Id.Value, Guid.Empty);
            mails.TellOfRecovery(person);
            await db.SaveChangesAsync(ct);
            return new(null, request.OpensAt);
        }

        if (now < request.OpensAt)
        {
            return new(null, request.OpensAt);
        }

        request.Finish(now);
        first.Use(now);
        second.Use(now);
        db.Record("recovery.done", request.Id.Value, Guid.Empty);
        await sessions.SignInAsync(http, person.Id, Method, ct);
        return new(null, null);
    }
}
