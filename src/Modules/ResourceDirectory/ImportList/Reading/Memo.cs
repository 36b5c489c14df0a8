using System.Collections.Concurrent;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Remembers what short texts were read as: a long list says "English" and "60 EUR" thousands of times. Full, it begins
/// anew, so it never holds more than a few hundred kilobytes. Only for readings that depend on the text alone.
/// </summary>
internal sealed class Memo<T>(Func<string, T> read)
{
    private const int Most = 2000;
    private const int Longest = 160;

    private ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);
    private int count;

    public T Of(string text)
    {
        if (text.Length > Longest)
        {
            return read(text);
        }

        if (known.TryGetValue(text, out var value))
        {
            return value;
        }

        value = read(text);
        if (Interlocked.Increment(ref count) > Most)
        {
            (known, count) = (new(StringComparer.Ordinal), 0);
        }

        known[text] = value;
        return value;
    }
}
