using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="DidYouMean">The same words, spelt as somebody in the directory is.</param>
/// <param name="Counted">The need is counted as a gap.</param>
internal sealed record NothingFound(string? DidYouMean, bool Counted);

/// <summary>What becomes of a search that found nobody: better words are offered, else the need is counted. The caller saves.</summary>
internal sealed class EmptySearch(AppDbContext db, HelpSpelling spelling, TimeProvider clock)
{
    public async Task<NothingFound> AnswerAsync(HelpNeed need, HelpFound found, NetworkId network, Actor actor, CancellationToken ct)
    {
        var better = await spelling.SuggestAsync(need, network, ct);
        if (better is not null || NeedGap.Of(need, actor, network, found.NotKnown.Count > 0, clock) is not { } gap)
        {
            return new(better, false);
        }

        // Two windows of one person may both come here first; rows with one mark count as one.
        if (!await db.Set<NeedGap>().AnyAsync(g => g.NetworkId == network && g.Mark == gap.Mark, ct))
        {
            db.Add(gap);
            db.Record("need.not-met", network.Value);
        }

        return new(null, true);
    }
}
