using System.Globalization;

namespace Causeway.Linkage;

/// <summary>The join command: a file of records in, a file with a cluster for each record out.</summary>
public static class JoinFiles
{
    /// <param name="recordsPath">UTF-8, comma, first column the record id, then any columns.</param>
    /// <param name="clustersPath">Is written: <c>record_id,cluster_id</c>, each record once.</param>
    /// <param name="pairsPath">Is written where given: <c>id_l,id_r,score</c>, the score being a probability.</param>
    public static JoinCounts Run(
        string recordsPath, string clustersPath, string? pairsPath = null, LinkageOptions? options = null,
        IProgress<LinkageProgress>? progress = null, CancellationToken cancellation = default)
    {
        LinkageResult result = LinkageEngine.Link(CsvRecords.Read(recordsPath), options, progress, cancellation);
        int records = CsvRecords.Write(
            clustersPath, "record_id,cluster_id", result.RecordIds.Select((id, row) => (id, result.ClusterIds[row], default(string))));
        int pairs = pairsPath is null ? 0 : CsvRecords.Write(
            pairsPath,
            "id_l,id_r,score",
            result.Pairs().Select(pair => (pair.LeftId, pair.RightId, (string?)pair.Probability.ToString("0.######", CultureInfo.InvariantCulture))));
        int clusters = result.ClusterIds.Distinct(StringComparer.Ordinal).Count();
        return new JoinCounts(records, clusters, result.ComparedPairs, pairs, result.Notes);
    }
}

/// <summary>What a join wrote.</summary>
public sealed record JoinCounts(int Records, int Clusters, int ComparedPairs, int Pairs, IReadOnlyList<string> Notes);
