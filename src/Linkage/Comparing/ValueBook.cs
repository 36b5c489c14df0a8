using System.Runtime.InteropServices;

namespace Causeway.Linkage;

/// <summary>The different normalised values of one kind, each with the number of records that have it. Number 0 is "unknown".</summary>
internal sealed class ValueBook
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _texts = [""];
    private readonly List<int> _records = [0];

    public int Count => _texts.Count;

    public int Add(string value)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out bool known);
        if (!known)
        {
            number = _texts.Count;
            _texts.Add(value);
            _records.Add(0);
        }

        return number;
    }

    public void CountRecord(int number) => CollectionsMarshal.AsSpan(_records)[number]++;

    public int Records(int number) => _records[number];

    public string Text(int number) => _texts[number];
}
