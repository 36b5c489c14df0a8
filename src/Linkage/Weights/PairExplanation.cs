using System.Globalization;

namespace Causeway.Linkage;

/// <summary>Why two records are, or are not, one.</summary>
/// <param name="Bits">The sum of the weights of the reasons; 0 is an even chance, each bit doubles the odds.</param>
public sealed record PairExplanation(
    string LeftId, string RightId, double Probability, Certainty Certainty, double Bits, IReadOnlyList<PairReason> Reasons);

/// <summary>One reason in words.</summary>
/// <param name="Pattern">The sentence with {0} and {1} for values; the same for every pair, so that it can be translated.</param>
/// <param name="Values">The values of the two records the sentence speaks of.</param>
/// <param name="Bits">Positive speaks for one entity, negative against it.</param>
public sealed record PairReason(string Pattern, IReadOnlyList<string> Values, double Bits)
{
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Pattern, [.. Values]);
}

/// <summary>One fitted weight.</summary>
/// <param name="Level">0 is full agreement.</param>
/// <param name="M">Share of true pairs with this level.</param>
/// <param name="U">Share of chance pairs with this level; 0 where each value has a rate of its own.</param>
public sealed record LearnedWeight(string Signal, int Level, double M, double U);
