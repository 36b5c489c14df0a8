namespace Causeway.Linkage;

/// <summary>What a caller may ask of a run. The defaults are the one configuration for every set.</summary>
public sealed record LinkageOptions
{
    public static LinkageOptions Default { get; } = new();

    /// <summary>Pairs of record ids that people have said are one. Ids that are not in the table are passed over.</summary>
    public IReadOnlyCollection<(string Left, string Right)> MustLink { get; init; } = [];

    /// <summary>Pairs of record ids that people have said are not one; this beats every score and every must-link.</summary>
    public IReadOnlyCollection<(string Left, string Right)> NeverLink { get; init; } = [];

    /// <summary>Cluster ids of an earlier run by record id. A cluster keeps the earlier id that most of its records had.</summary>
    public IReadOnlyDictionary<string, string> EarlierClusters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A larger cluster is not believed; only pinned pairs may exceed it.</summary>
    public int MaxClusterSize { get; init; } = 40;

    /// <summary>From this probability on a pair is sure.</summary>
    public double SureFrom { get; init; } = 0.97;

    /// <summary>From this probability on a pair is worth asking a person about.</summary>
    public double ReviewFrom { get; init; } = 0.15;

    /// <summary>How many threads may work; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How sure a proposed pair is.</summary>
public enum Certainty
{
    /// <summary>Not the same.</summary>
    Apart,

    /// <summary>A person should look.</summary>
    Review,

    /// <summary>The same.</summary>
    Sure,
}

/// <summary>How far a run has come.</summary>
/// <param name="Step">What is being done, in plain English.</param>
/// <param name="Done">Between 0 and 1.</param>
public readonly record struct LinkageProgress(string Step, double Done);
