namespace Causeway.Linkage;

/// <summary>One record to be joined: its id, its cells by column name (empty or missing = unknown) and the list it came from.</summary>
public sealed record LinkRecord(string Id, IReadOnlyDictionary<string, string> Fields, string? Source = null);
