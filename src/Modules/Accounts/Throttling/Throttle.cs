using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts;

/// <summary>One counted try. <c>Burst</c>: it was the last free one of this account, so the person is told.</summary>
internal readonly record struct Try(bool Allowed, bool Burst);

/// <summary>Counts tries in commits of its own, before the answer is worked out.</summary>
internal sealed class Throttle(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Rounds = 8;

    /// <param name="account">Folded mail address as typed, whether or not anybody has it.</param>
    /// <param name="knownFrom">The address this person signed in from before: counted apart, so that strangers' failures do not slow it down.</param>
    public async Task<Try> TryAccountAsync(string account, string? knownFrom, CancellationToken ct)
    {
        var failures = 0;
        var allowed = !await IsOffAsync(account, ct) && await ChangeAsync(AccountKey(account, knownFrom), t =>
        {
            var free = t.TryAccount(clock.GetUtcNow());
            failures = t.Failures;
            return free;
        });
        return new Try(allowed, allowed && failures == LoginThrottle.FreeFailures);
    }

    public Task<bool> TryAddressAsync(string address, CancellationToken ct, int most = LoginThrottle.MostPerMinute)
    {
        ct.ThrowIfCancellationRequested();
        return ChangeAsync(Hash($"address|{most}|{NetworkOf(address)}"), t => t.TryAddress(clock.GetUtcNow(), most));
    }

    public async Task SucceededAsync(string account, string? knownFrom)
    {
        await ChangeAsync(AccountKey(account, knownFrom), Forget);
        if (knownFrom is not null)
        {
            await ChangeAsync(AccountKey(account, null), Forget);
        }
    }

    private async Task<bool> IsOffAsync(string account, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var key = AccountKey(account, null);
        var row = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<LoginThrottle>().AsNoTracking().FirstOrDefaultAsync(t => t.Key == key, ct);
        return row?.IsOff == true;
    }

    private static bool Forget(LoginThrottle throttle)
    {
        throttle.Succeed();
        return true;
    }

    // Somebody else may count at the same moment: read again, count again. Who loses every round is turned away.
    private async Task<bool> ChangeAsync(string key, Func<LoginThrottle, bool> change)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var row = await db.Set<LoginThrottle>().FirstOrDefaultAsync(t => t.Key == key, CancellationToken.None);
            if (row is null)
            {
                row = LoginThrottle.For(key);
                db.Add(row);
            }

            var answer = change(row);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return answer;
            }
            catch (DbUpdateException)
            {
                // Changed or added meanwhile.
            }
        }

        return false;
    }

    private static string AccountKey(string account, string? knownFrom) =>
        Hash(knownFrom is null ? $"account|{account}" : $"account|{account}|{NetworkOf(knownFrom)}");

    /// <summary>One household or office has a whole /64 of IPv6 addresses.</summary>
    internal static string NetworkOf(string address)
    {
        if (!IPAddress.TryParse(address, out var ip))
        {
            return address;
        }

        ip = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        return ip.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(ip.GetAddressBytes().AsSpan(0, 8))
            : ip.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
