using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

internal sealed class BadMail : IMailTransport
{
    private readonly Dice _dice = new(7);
    private readonly ConcurrentQueue<OutboxMail> _held = new();

    public ConcurrentBag<OutboxMail> Delivered { get; } = [];

    public ConcurrentBag<string> Violations { get; } = [];

    /// <summary>Whatever left after the campaign had ended.</summary>
    public ConcurrentBag<string> Late { get; } = [];

    public bool IsOver { get; set; }

    public Func<string, bool> HasAnswered { get; set; } = _ => false;

    /// <summary>Mails that had left the outbox in the very moment in which their answer came; they cannot be called back.</summary>
    public int Crossed { get; private set; }

    /// <summary>Who had answered before this round of sending began.</summary>
    public HashSet<string> Before { get; set; } = [];

    public int Calls { get; private set; }

    public int Dropped { get; private set; }

    public int Doubled { get; private set; }

    public int Held { get; private set; }

    public int Killed { get; private set; }

    public Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        Calls++;
        if (IsOver)
        {
            Late.Add($"{mail.To}: {mail.Subject}");
        }

        if (Before.Contains(mail.To))
        {
            Violations.Add(mail.To);
        }
        else if (HasAnswered(mail.To))
        {
            Crossed++;
        }

        switch (_dice.Throw())
        {
            case < 0.15:
                Dropped++;
                throw new SmtpException(SmtpStatusCode.ServiceNotAvailable);
            case < 0.25:
                // Taken, but the answer is lost: it will be sent again.
                Delivered.Add(mail);
                Doubled++;
                throw new IOException();
            case < 0.35:
                Delivered.Add(mail);
                Delivered.Add(mail);
                Doubled++;
                break;
            case < 0.40:
                // Swallowed without a word.
                Dropped++;
                break;
            case < 0.50:
                _held.Enqueue(mail);
                Held++;
                break;
            case < 0.52:
                Delivered.Add(mail);
                Killed++;
                throw new OperationCanceledException();
            default:
                Delivered.Add(mail);
                break;
        }

        return Task.CompletedTask;
    }

    public void Release()
    {
        while (_held.TryDequeue(out var mail))
        {
            Delivered.Add(mail);
        }
    }
}

/// <summary>Numbers that are the same in every run.</summary>
internal sealed class Dice(uint seed)
{
    private readonly Lock _lock = new();
    private uint _state = seed;

    public double Throw()
    {
        lock (_lock)
        {
            _state = (_state * 1664525) + 1013904223;
            return (_state >> 8) / (double)(1 << 24);
        }
    }
}
