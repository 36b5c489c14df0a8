namespace Causeway.Cases;

/// <summary>The fields of one kind of entry on a page whose model has them in Input.</summary>
internal sealed record EntryFields(EntryKind Kind, EntryForm Form);
