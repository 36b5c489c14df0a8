using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record AnswerDuty(DutySign? Sign);

/// <summary>Keeps the answer for an hour, and in the audit for good.</summary>
internal sealed class AnswerDutyHandler(AppDbContext db, TimeProvider clock)
{
    public static readonly Refusal NoAnswer = new("duty.no-answer", "Choose one answer. “Not sure” is one, too.", "Sign");

    public async Task<Refusal?> HandleAsync(AnswerDuty command, Actor actor, CancellationToken ct)
    {
        if (command.Sign is not { } sign)
        {
            return NoAnswer;
        }

        var answer = await db.Set<DutyAnswer>().FirstOrDefaultAsync(a => a.PersonId == actor.Person, ct);
        if (answer is null)
        {
            answer = new DutyAnswer(actor.Person, clock);
            db.Add(answer);
        }

        answer.Give(sign, clock);
        db.Record(
            sign switch
            {
                DutySign.NoSign => "duty.answered-no-sign",
                DutySign.NotSure => "duty.answered-not-sure",
                DutySign.Sign => "duty.answered-sign",
                _ => throw new ArgumentOutOfRangeException(nameof(command)),
            },
            actor.Person.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
