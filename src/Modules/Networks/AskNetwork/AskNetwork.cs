using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="NoChild">Ticked: the asker read it once more, and nobody can recognise a child.</param>
internal sealed record AskNetwork(string? Topic, string? Text, int Days, bool NoChild);

internal sealed record AnswerQuestion(QuestionId Id, string? Answer, bool NoChild);

internal sealed record MarkAnswer(QuestionId Id, AnswerId Answer, bool Useful);

/// <summary>Asks, answers, marks what helped, closes early.</summary>
internal sealed class AskNetworkHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<(QuestionId Id, Refusal? Refusal)> HandleAsync(AskNetwork command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !May(actor))
        {
            return (default, NetworkPage.Gone);
        }

        var (question, refusal) = Question.Ask(network, (command.Topic, command.Text, command.Days), actor, clock.Today(actor.Zone), clock);
        if (question is null || !command.NoChild)
        {
            return (default, refusal ?? Question.NotChecked);
        }

        db.Add(question);
        db.Record("question.asked", question.Id.Value, chain: network.Value);
        return (question.Id, await db.TrySaveAsync(ct));
    }

    public async Task<Refusal?> HandleAsync(AnswerQuestion command, Actor actor, CancellationToken ct)
    {
        if (!May(actor) || await FindAsync(command.Id, actor, ct) is not { } question)
        {
            return NetworkPage.Gone;
        }

        var (answer, refusal) = question.Take(command.Answer, actor, clock.Today(actor.Zone), clock);
        if (answer is null || !command.NoChild)
        {
            return refusal ?? Question.NotChecked;
        }

        db.Add(answer);
        db.Record("question.answered", answer.Id.Value, chain: question.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> HandleAsync(MarkAnswer command, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(command.Id, actor, ct) is not { } question || question.AskedBy != actor.Person
            || await db.Set<QuestionAnswer>().FirstOrDefaultAsync(a => a.Id == command.Answer && a.QuestionId == command.Id && a.NetworkId == question.NetworkId, ct) is not { } answer)
        {
            return NetworkPage.Gone;
        }

        answer.Mark(command.Useful);
        db.Record("question.answer-marked", answer.Id.Value, chain: question.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> CloseAsync(QuestionId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } question || question.AskedBy != actor.Person)
        {
            return NetworkPage.Gone;
        }

        if (question.Close(clock.Today(actor.Zone)) is { } refusal)
        {
            return refusal;
        }

        db.Record("question.closed", id.Value, chain: question.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    private bool May(Actor actor) => actor.Organisation is not null && access.Allows(actor, NetworksPermissions.AskNetwork, new(Network: actor.Network));

    private Task<Question?> FindAsync(QuestionId id, Actor actor, CancellationToken ct) =>
        db.Set<Question>().FirstOrDefaultAsync(q => q.Id == id && q.NetworkId == actor.Network, ct);
}
