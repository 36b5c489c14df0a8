namespace Causeway.Linkage;

/// <summary>Gives clusters their ids: the id of the first record, or the earlier id that most of the records had.</summary>
internal static class ClusterNaming
{
    public static string[] Name(IReadOnlyList<string> recordIds, int[] clusters, IReadOnlyDictionary<string, string> earlier)
    {
        var names = new string?[clusters.Length];
        if (earlier.Count > 0)
        {
            KeepEarlier(recordIds, clusters, earlier, names);
        }

        for (int row = 0; row < clusters.Length; row++)
        {
            names[clusters[row]] ??= recordIds[row];
        }

        return [.. clusters.Select(cluster => names[cluster]!)];
    }

    /// <summary>The largest part of an earlier cluster keeps its id; each cluster takes at most one.</summary>
    private static void KeepEarlier(
        IReadOnlyList<string> recordIds, int[] clusters, IReadOnlyDictionary<string, string> earlier, string?[] names)
    {
        var votes = new Dictionary<(int Cluster, string Id), int>();
        for (int row = 0; row < clusters.Length; row++)
        {
            if (earlier.TryGetValue(recordIds[row], out string? id))
            {
                votes[(clusters[row], id)] = votes.GetValueOrDefault((clusters[row], id)) + 1;
            }
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (((int cluster, string id), _) in votes
            .OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key.Id, StringComparer.Ordinal).ThenBy(vote => vote.Key.Cluster))
        {
            if (names[cluster] is null && taken.Add(id))
            {
                names[cluster] = id;
            }
        }
    }
}
