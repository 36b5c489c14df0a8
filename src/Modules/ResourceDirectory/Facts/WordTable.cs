using System.Buffers;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Recognises codes by beginnings of words, folded, in the languages lists come in. A starred beginning may also stand
/// inside a compound ("*therap" finds "Spieltherapie"); an underscore stands for a blank within one beginning.
/// </summary>
internal sealed class WordTable<T>
{
    private readonly (T Code, string[] Beginnings, SearchValues<string> Any)[] _rows;

    private readonly Memo<IReadOnlyList<T>> _known;

    public WordTable(params (T Code, string Beginnings)[] rows)
    {
        _rows = [.. rows.Select(r => Row(r.Code, Words(r.Beginnings)))];
        _known = new(text => (IReadOnlyList<T>)[.. Find(TextFolding.SearchForms(text))]);
    }

    /// <summary>Codes whose words stand in the text, those with most words first.</summary>
    public IReadOnlyList<T> Read(string text) => _known.Of(text);

    private IEnumerable<T> Find(string folded)
    {
        var padded = " " + folded + " ";

        // Most codes have no word in a line: that is found out in one pass for each, not in one for each word.
        return _rows.Where(row => padded.AsSpan().ContainsAny(row.Any)).Select(row => (row.Code, Hits: row.Beginnings.Count(b => padded.Contains(b, StringComparison.Ordinal))))
            .Where(row => row.Hits > 0).OrderByDescending(row => row.Hits).Select(row => row.Code);
    }

    private static (T Code, string[] Beginnings, SearchValues<string> Any) Row(T code, string[] words) => (code, words, SearchValues.Create(words, StringComparison.Ordinal));

    // A word of an alphabet must begin at a blank; short ones must be whole. Han and Hangul words stand without blanks.
    private static string[] Words(string list) => [.. list.Split(' ').Select(w => w.Replace('_', ' ')).SelectMany(Forms)];

    private static IEnumerable<string> Forms(string word) => word switch
    {
        ['*', ..] => [word[1..]],
        [> '\u2E7F', ..] => [word, " " + TextFolding.Fold(word)],
        _ => [" " + TextFolding.Fold(word) + (word.Length <= 3 ? " " : "")],
    };
}
