namespace Causeway.Linkage;

/// <summary>Two records of a result and the probability that they are one; the ids are in ordinal order.</summary>
public readonly record struct ScoredPair(string LeftId, string RightId, double Probability);
