namespace Causeway.ResourceDirectory;

/// <summary>What the importing school knows about its own list.</summary>
/// <param name="CallingCode">Digits of the country calling code for numbers written without one (<c>49</c>); null keeps them as typed.</param>
/// <param name="Today">Two-digit years and dates to come are judged from here.</param>
/// <param name="MonthFirst">How 03/04/2025 is read where the numbers allow both: false is 3 April.</param>
/// <param name="Currency">ISO 4217 for fees written without a sign; null leaves it open.</param>
internal sealed record ListReadingOptions(
    DateOnly Today,
    string? CallingCode = null,
    bool MonthFirst = false,
    string? Currency = null);
