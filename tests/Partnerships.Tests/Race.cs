using Causeway.Kernel;

namespace Causeway.Partnerships.Tests;

/// <summary>
/// Several acts in one moment. SQLite answers on the thread that asks: without threads of their own the first act would be
/// through before the second begins, and nothing would ever race.
/// </summary>
internal static class Race
{
    /// <param name="first">Which one starts a breath ahead; the answers come in the order of <paramref name="acts"/>.</param>
    public static async Task<Refusal?[]> RunAsync(int first, params Func<Task<Refusal?>>[] acts)
    {
        var running = new Task<Refusal?>[acts.Length];
        for (var i = 0; i < acts.Length; i++)
        {
            var turn = (first + i) % acts.Length;
            running[turn] = Task.Run(acts[turn]);
        }

        return await Task.WhenAll(running);
    }
}
