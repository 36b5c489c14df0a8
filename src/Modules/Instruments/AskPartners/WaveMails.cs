using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Instruments;

/// <summary>Mails of waves: that some questions wait, and the link. Never a title, a name or a question.</summary>
internal sealed class WaveMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const string Subject = "Some questions wait for you";

    public void Ask(Respondent respondent) =>
        Write(respondent, respondent.NewSecret(clock.GetUtcNow()), "Some questions of a network of schools wait for your answer. You need no account:", "");

    /// <summary>Somebody lost the link; the one they lost leads nowhere from now on.</summary>
    public void AskAnew(Respondent respondent) =>
        Write(respondent, respondent.NewSecret(clock.GetUtcNow()), "Here is a new link to the questions that wait for you. Every earlier link has ended:", "");

    public void Remind(Respondent respondent, int reminder, DateOnly until)
    {
        var last = reminder == WaveRound.LastReminder ? "This is the last reminder." : "";
        Write(respondent, respondent.Remind(reminder, clock.GetUtcNow()), "Some questions of a network of schools still wait for your answer, until {0}. What you saved is kept:", last, until);
    }

    private void Write(Respondent to, string secret, string text, string end, DateOnly? until = null)
    {
        var link = new Uri(options.Value.PublicUrl, $"/instruments/answer/{to.NetworkId}/{to.Id}/{secret}").AbsoluteUri;
        var words = Written.In(to.Language, () => until is { } day ? texts[text, day.ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture)].Value : texts[text].Value);
        var last = end.Length == 0 ? "" : "\n" + Written.In(to.Language, () => texts[end].Value) + "\n";
        db.Add(OutboxMail.Write(to.Address, Written.In(to.Language, () => texts[Subject].Value), $"{words}\n\n{link}\n{last}", db.Scope, clock));
    }
}
