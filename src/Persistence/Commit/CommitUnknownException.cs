using System.Data.Common;

namespace Causeway.Persistence;

/// <summary>
/// Nobody can say yet whether the commit holds. The person is told that the entry is being checked, and the same form
/// sent again is answered by its idempotency key: one effect, never two, never none.
/// </summary>
public sealed class CommitUnknownException : Exception
{
    public CommitUnknownException()
    {
    }

    public CommitUnknownException(string message)
        : base(message)
    {
    }

    public CommitUnknownException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>
/// The form being answered was answered by another request meanwhile; this one kept nothing. <see cref="IdempotencyFilter"/>
/// turns it into the other's answer: handlers let it pass.
/// </summary>
public sealed class FormAnsweredException : Exception
{
    public FormAnsweredException()
    {
    }

    public FormAnsweredException(string message)
        : base(message)
    {
    }

    public FormAnsweredException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>
/// Listens to one commit. PostgreSQL under synchronous replication reports a cancelled wait as success with a mere
/// notice of class 01; the provider's notice handler tells us here.
/// </summary>
public sealed class CommitDoubt
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbConnection, CommitDoubt> Watched = [];

    /// <summary>The notice that came during the commit, if any.</summary>
    public string? Notice { get; private set; }

    internal static CommitDoubt Watch(DbConnection connection)
    {
        var doubt = new CommitDoubt();
        Watched.AddOrUpdate(connection, doubt);
        return doubt;
    }

    /// <summary>Called by a provider for each notice of SQLSTATE class 01.</summary>
    public static void Report(DbConnection connection, string notice)
    {
        if (Watched.TryGetValue(connection, out var doubt))
        {
            doubt.Notice ??= notice;
        }
    }
}
