using System.Text;
using Causeway.Calendar.Tests;
using Causeway.Persistence;
using NodaTime;

namespace Causeway.Meetings.Tests;

/// <summary>
/// What the invited people's calendar programs make of the mails: of each person one that takes them as they come, and, asked
/// anew each time, one that gets all of them in any order and some twice.
/// </summary>
internal sealed class Mailboxes(RecordedMails mails, RandomSeries chance)
{
    private readonly Dictionary<string, InvitedProgram> _programs = new(StringComparer.Ordinal);
    private int _read;

    public static readonly Instant Far = Instant.FromUtc(2040, 1, 1, 0, 0);

    public IEnumerable<string> People => _programs.Keys;

    public InvitedProgram Of(string address)
    {
        for (; _read < mails.All.Count; _read++)
        {
            if (mails.All[_read].Calendar is { } calendar)
            {
                Program(mails.All[_read].To).Receive(Encoding.UTF8.GetBytes(calendar.Text));
            }
        }

        return Program(address);
    }

    /// <summary>The same mails to another program, each once or twice, shuffled.</summary>
    public InvitedProgram Muddled(string address)
    {
        var program = new InvitedProgram();
        var all = mails.All.Where(m => m.To == address && m.Calendar is not null).ToList();
        all.AddRange(all.Where(_ => chance.Next(3) == 0).ToList());
        for (var i = all.Count - 1; i > 0; i--)
        {
            var other = chance.Next(i + 1);
            (all[i], all[other]) = (all[other], all[i]);
        }

        all.ForEach(m => program.Receive(Encoding.UTF8.GetBytes(m.Calendar!.Text)));
        return program;
    }

    private InvitedProgram Program(string address) => _programs.TryGetValue(address, out var program) ? program : _programs[address] = new();
}

/// <summary>Mails of one series, in the order they were sent.</summary>
internal sealed class RecordedMails(IReadOnlyList<OutboxMail> sent, int from = 0)
{
    public IReadOnlyList<OutboxMail> All => [.. sent.Skip(from)];
}
