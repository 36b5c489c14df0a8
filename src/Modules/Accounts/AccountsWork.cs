using Causeway.Kernel;

namespace Causeway.Accounts;

/// <summary>What waits in this room.</summary>
internal static class AccountsWork
{
    public static readonly WorkKind FailedMail = new("mail", "Mails that did not arrive", "{0} mail did not arrive", "{0} mails did not arrive", ListFailedMailsModel.Path);

    public static readonly WorkKind[] All = [FailedMail];

    /// <summary>Every kind that somebody can be told of, in the order of the rooms.</summary>
    public static IReadOnlyList<WorkKind> Of(IEnumerable<IModule> modules) => [.. modules.SelectMany(m => m.Work).Append(WorkKind.Other)];
}
