namespace Causeway.Instruments;

/// <summary>The instruments that come with the program, each written for it.</summary>
internal static class ShippedInstruments
{
    public const string DueDiligence = "due-diligence";
    public const string Capacity = "organisational-capacity";
    public const string Community = "community-assessment";

    private const string Folder = "Shipped/";

    private static readonly Lazy<IReadOnlyList<(string Text, Instrument Instrument)>> Read = new(() =>
    [
        .. typeof(ShippedInstruments).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ReadOne),
    ]);

    public static IReadOnlyList<Instrument> All => [.. Read.Value.Select(r => r.Instrument)];

    public static Instrument? Find(string key) => All.FirstOrDefault(i => i.Key == key);

    /// <summary>The file as it is shipped.</summary>
    public static string TextOf(string key) => Read.Value.First(r => r.Instrument.Key == key).Text;

    private static (string Text, Instrument Instrument) ReadOne(string name)
    {
        using var reader = new StreamReader(typeof(ShippedInstruments).Assembly.GetManifestResourceStream(name)!);
        var text = reader.ReadToEnd();
        var (instrument, faults) = InstrumentJson.Read(text);
        return (text, instrument ?? throw new InvalidOperationException($"{name}, line {faults[0].Line}: {faults[0].Text}"));
    }
}
