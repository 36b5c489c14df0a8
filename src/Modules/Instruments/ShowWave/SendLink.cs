using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Instruments;

/// <summary>Somebody without an account lost the link: whoever keeps the wave sends another one, and the lost one ends.</summary>
internal sealed class SendLinkHandler(AppDbContext db, WaveBook book, WaveMails mails)
{
    public static readonly Refusal SentToday = new("wave.link-sent-today", "A mail with a link went to this address today. Try again tomorrow, or look with them in the folder for unwanted mail.");

    /// <summary>Written so that a press each morning is never refused for a few minutes.</summary>
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(20);

    public async Task<Refusal?> HandleAsync(WaveId id, WaveRowId respondentId, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Wave, actor)
            || view.Respondents.FirstOrDefault(r => r.Id == respondentId && r.PersonId is null) is not { } respondent)
        {
            return InstrumentPage.Gone;
        }

        if (view.Wave.IsClosed)
        {
            return Wave.Closed;
        }

        if (respondent.MailedAt > book.Clock.GetUtcNow() - OneDay)
        {
            return SentToday;
        }

        mails.AskAnew(respondent);
        return await db.TrySaveAsync("wave.link-renewed", respondentId.Value, ct);
    }
}
