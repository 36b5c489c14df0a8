using Causeway.Ui;

namespace Causeway.Networks;

/// <summary>English words of the acts with keys; the localizer's keys.</summary>
internal static class KeyActWords
{
    public static string Of(KeyActKind kind) => kind switch
    {
        KeyActKind.SetKey => "Give three custodians a recovery key",
        KeyActKind.LetIn => "Let a colleague into every record",
        KeyActKind.Export => "Take the school's keys along",
        KeyActKind.Destroy => "Destroy the school's keys here",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string What(KeyActKind kind) => kind switch
    {
        KeyActKind.SetKey => "A new key is made for emergencies. Three people get it together, in one file that any two of them open with their passphrases. A key from before loses its use.",
        KeyActKind.LetIn => "When nobody is left who can open the records: two custodians open the recovery key, and the colleague you name gets access to every record that does not block them, for 30 days.",
        KeyActKind.Export => "For a school that leaves: one file with all its keys, which only its own recovery key opens.",
        KeyActKind.Destroy => "After the export was received. Nothing of the school's confidential records can be opened here any more, by nobody. Backups keep the keys for 35 more days.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (StateKind Kind, string Text) Of(KeyActState state) => state switch
    {
        KeyActState.WaitsForSecond => (StateKind.Wait, "Waits for a second person"),
        KeyActState.WaitsForDay => (StateKind.Wait, "Agreed; a day has to pass"),
        KeyActState.Ready => (StateKind.New, "Can be done now"),
        KeyActState.Done => (StateKind.Ok, "Done"),
        KeyActState.Stopped => (StateKind.Stop, "Stopped"),
        KeyActState.Lapsed => (StateKind.Plain, "Lapsed"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
