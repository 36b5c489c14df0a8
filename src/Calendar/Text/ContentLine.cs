using System.Text;

namespace Causeway.Calendar;

/// <summary>One line of a calendar object: name in capitals, parameters, value as it stands.</summary>
internal sealed record ContentLine(int Number, string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    private const int MaxParameters = 40;

    public string? Parameter(string name)
    {
        foreach (var (key, value) in Parameters)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The value as free text.</summary>
    public string Text()
    {
        if (!Value.Contains('\\', StringComparison.Ordinal))
        {
            return Value;
        }

        var text = new StringBuilder(Value.Length);
        for (var i = 0; i < Value.Length; i++)
        {
            var c = Value[i];
            text.Append(c != '\\' || i + 1 == Value.Length ? c : Value[++i] is 'n' or 'N' ? '\n' : Value[i]);
        }

        return text.ToString();
    }

    /// <summary>Reads one unfolded line; null when it is none. Looks at each character once.</summary>
    public static ContentLine? Parse(int number, string line)
    {
        var at = EndOfName(line, 0);
        if (at == 0 || at == line.Length)
        {
            return null;
        }

        var name = line[..at].ToUpperInvariant();
        var parameters = new List<(string, string)>();
        while (line[at] == ';')
        {
            var equals = EndOfName(line, at + 1);
            if (equals == at + 1 || equals == line.Length || line[equals] != '=' || parameters.Count == MaxParameters)
            {
                return null;
            }

            var end = EndOfValue(line, equals + 1);
            if (end < 0)
            {
                return null;
            }

            parameters.Add((line[(at + 1)..equals].ToUpperInvariant(), Decoded(line[(equals + 1)..end])));
            at = end;
        }

        return line[at] == ':' ? new(number, name, parameters, line[(at + 1)..]) : null;
    }

    private static int EndOfName(string line, int from)
    {
        var at = from;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is '-' or '_'))
        {
            at++;
        }

        return at;
    }

    // A parameter's values end at the next ; or : outside quotes; -1 when the line ends first.
    private static int EndOfValue(string line, int from)
    {
        var quoted = false;
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (line[at] is ';' or ':'))
            {
                return at;
            }
        }

        return -1;
    }

    private static string Decoded(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var escape = value[i] == '^' && i + 1 < value.Length ? value[i + 1] switch { '^' => '^', '\'' => '"', 'n' => '\n', _ => '\0' } : '\0';
            if (escape != '\0')
            {
                text.Append(escape);
                i++;
            }
            else if (value[i] != '"')
            {
                text.Append(value[i]);
            }
        }

        return text.ToString();
    }
}
