using System.Text;

namespace Causeway.Calendar;

/// <summary>
/// Content lines of RFC 5545: CRLF, folded at 75 octets between characters, text and parameters escaped, nothing that could
/// begin a line of its own.
/// </summary>
internal sealed class LineWriter
{
    private const int MaxOctets = 75;
    private const int MaxBlanks = 20;
    private readonly StringBuilder _text = new(4096);
    private readonly StringBuilder _line = new(256);

    public override string ToString() => _text.ToString();

    /// <summary>A line whose value is already in the form calendars want: names, numbers, dates, rules.</summary>
    public void Line(string name, string value) => Fold(string.Concat(name, ":", value));

    /// <summary>A line of free text.</summary>
    public void Text(string name, string value)
    {
        _line.Clear().Append(name).Append(':');
        Escape(_line, value);
        Fold(_line.ToString());
    }

    public void Begin(string component) => Line("BEGIN", component);

    public void End(string component) => Line("END", component);

    /// <summary>A parameter's free text (RFC 6868), always quoted.</summary>
    public static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in Lines(value))
        {
            text.Append(c switch { '^' => "^^", '"' => "^'", '\n' => "^n", _ when Allowed(c) => c.ToString(), _ => "" });
        }

        return text.Append('"').ToString();
    }

    private static void Escape(StringBuilder text, string value)
    {
        foreach (var c in Lines(value))
        {
            switch (c)
            {
                case '\\' or ';' or ',':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                default:
                    if (Allowed(c))
                    {
                        text.Append(c);
                    }

                    break;
            }
        }
    }

    // Some programs also break lines at the separators of Unicode.
    private static string Lines(string value) => value.AsSpan().ContainsAny('\r', '\u2028', '\u2029')
        ? value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n')
        : value;

    // Control characters are forbidden in every value; the tab is the one that is not.
    private static bool Allowed(char c) => c == '\t' || !char.IsControl(c);

    private void Fold(string line)
    {
        if (line.Length <= MaxOctets && Ascii.IsValid(line))
        {
            _text.Append(line).Append("\r\n");
            return;
        }

        var octets = 0;
        for (var at = 0; at < line.Length;)
        {
            var next = EndOfPiece(line, at);
            var length = Encoding.UTF8.GetByteCount(line.AsSpan(at, next - at));
            if (octets + length > MaxOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(line, at, next - at);
            octets += length;
            at = next;
        }

        _text.Append("\r\n");
    }

    // What must stay together: surrogate pairs, and a character with the blanks after it, because a line that goes on with a
    // second blank loses it in some programs.
    private static int EndOfPiece(string line, int at)
    {
        var next = at + (char.IsHighSurrogate(line[at]) && at + 1 < line.Length && char.IsLowSurrogate(line[at + 1]) ? 2 : 1);
        while (next < line.Length && next < at + MaxBlanks && (line[next] is ' ' or '\t'))
        {
            next++;
        }

        return next;
    }
}
