using System.Runtime.InteropServices;

namespace Causeway.Linkage;

/// <summary>
/// Every word of every name, once, with what comparing needs: how many records bear it, its sound keys and its variant groups.
/// Filled in one thread in canonical order, then only read.
/// </summary>
internal sealed class WordBook
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sounds = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _sound = [];
    private readonly List<int> _fine = [];
    private readonly List<int[]> _groups = [];
    private readonly List<int> _records = [];
    private readonly List<int> _soundRecords = [];
    private readonly List<int> _soundLengths = [];

    public int Count => _texts.Count;

    public int Add(string word)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out bool known);
        if (!known)
        {
            number = _texts.Count;
            _texts.Add(word);
            _sound.Add(SoundNumber(SoundKey.Coarse(word)));
            _fine.Add(SoundNumber("~" + SoundKey.Fine(word)));
            _groups.Add(NameVariants.Of(word));
            _records.Add(0);
        }

        return number;
    }

    /// <summary>Counts one record that bears these words.</summary>
    public void CountRecord(int[] words)
    {
        Span<int> records = CollectionsMarshal.AsSpan(_records);
        Span<int> soundRecords = CollectionsMarshal.AsSpan(_soundRecords);
        foreach (int word in words)
        {
            records[word]++;
            soundRecords[_sound[word]]++;
        }
    }

    public string Text(int word) => _texts[word];

    public int Records(int word) => _records[word];

    public int Sound(int word) => _sound[word];

    public int SoundLength(int word) => _soundLengths[_sound[word]];

    public int SoundRecords(int word) => _soundRecords[_sound[word]];

    public bool SameFineSound(int left, int right) => _fine[left] == _fine[right];

    public int[] Groups(int word) => _groups[word];

    public int SoundOf(string text) => SoundNumber(SoundKey.Coarse(text));

    private int SoundNumber(string key)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_sounds, key, out bool known);
        if (!known)
        {
            number = _soundRecords.Count;
            _soundRecords.Add(0);
            _soundLengths.Add(key.Length);
        }

        return number;
    }
}
