namespace Causeway.Cases;

/// <param name="Correct">Address of the form to correct it; null: not for the reader.</param>
internal sealed record EntryView(ReadEntry Entry, string? Correct);

internal sealed record PlanView(CaseReading Reading, string Here, DateOnly Today, bool MayWrite);
