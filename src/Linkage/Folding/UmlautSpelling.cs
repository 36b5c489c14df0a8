using System.Buffers;
using System.Text;

namespace Causeway.Linkage;

/// <summary>The second way to write letters with two dots or a stroke without them: "Müller" is "Mueller" as often as "Muller".</summary>
internal static class UmlautSpelling
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("äöüÄÖÜőűŐŰøØåÅ");

    public static string Expand(string text)
    {
        if (text.AsSpan().IndexOfAny(Letters) < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 4);
        foreach (char c in text)
        {
            _ = c switch
            {
                'ä' or 'Ä' => result.Append("ae"),
                'ö' or 'Ö' or 'ő' or 'Ő' or 'ø' or 'Ø' => result.Append("oe"),
                'ü' or 'Ü' or 'ű' or 'Ű' => result.Append("ue"),
                'å' or 'Å' => result.Append("aa"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }
}
