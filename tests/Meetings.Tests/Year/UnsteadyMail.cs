using Causeway.Persistence;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

/// <summary>Takes a mail, and sometimes the program dies before it can note that.</summary>
internal sealed class UnsteadyMail(RecordingMail taken, Random chance) : IMailTransport
{
    public bool IsDeadly { get; set; }

    public async Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        await taken.SendAsync(mail, ct);
        if (IsDeadly && chance.Next(25) == 0)
        {
            IsDeadly = false;
            throw new KilledException("in the middle of a mail");
        }
    }
}

internal sealed class KilledException : Exception
{
    public KilledException()
    {
    }

    public KilledException(string message)
        : base(message)
    {
    }

    public KilledException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
