using System.Text;

namespace Causeway.Calendar;

/// <summary>Takes a calendar object apart into components, within limits. One pass, nothing looked at twice.</summary>
internal sealed class ContentLines(CalendarLimits limits)
{
    private readonly Stack<CalendarComponent> _open = [];
    private CalendarComponent? _root;
    private int _components;
    private int _number;

    public CalendarFault? Fault { get; private set; }

    /// <summary>The one VCALENDAR in it; null and <see cref="Fault"/> otherwise.</summary>
    public CalendarComponent? Read(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > limits.Octets || octets.Contains((byte)0))
        {
            return octets.Length > limits.Octets ? Refuse("too-large", "The calendar file is too large.") : Refuse("not-text", "This is not a calendar file.");
        }

        Unfold(Encoding.UTF8.GetString(octets.StartsWith(Encoding.UTF8.Preamble) ? octets[3..] : octets));
        return Fault is not null ? null
            : _open.Count > 0 ? Refuse("not-closed", "The calendar file ends in the middle.")
            : _root ?? Refuse("not-a-calendar", "This is not a calendar file.");
    }

    private void Unfold(ReadOnlySpan<char> rest)
    {
        var line = new StringBuilder();
        while (!rest.IsEmpty && Fault is null)
        {
            var end = rest.IndexOf('\n');
            var piece = (end < 0 ? rest : rest[..end]).TrimEnd('\r');
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (piece.Length > 0 && (piece[0] is ' ' or '\t') && _number > 0)
            {
                line.Append(piece[1..]);
            }
            else
            {
                Take(line);
                line.Append(piece);
                _number++;
            }

            if (line.Length > limits.LineOctets)
            {
                Refuse("line-too-long", "A line of the calendar file is too long.");
            }
        }

        if (Fault is null)
        {
            Take(line);
        }
    }

    private void Take(StringBuilder line)
    {
        if (line.Length == 0)
        {
            return;
        }

        var text = line.ToString();
        line.Clear();
        if (_number > limits.Lines)
        {
            Refuse("too-many-lines", "The calendar file has too many lines.");
        }
        else if (ContentLine.Parse(_number, text) is { } content)
        {
            Place(content);
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            Refuse("bad-line", "A line of the calendar file cannot be read.");
        }
    }

    private void Place(ContentLine line)
    {
        switch (line.Name)
        {
            case "BEGIN":
                Begin(line.Value.Trim().ToUpperInvariant());
                break;
            case "END":
                if (!_open.TryPop(out var ended) || !string.Equals(ended.Name, line.Value.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    Refuse("not-nested", "The parts of the calendar file do not fit into each other.");
                }

                break;
            default:
                if (!_open.TryPeek(out var component))
                {
                    Refuse("not-a-calendar", "This is not a calendar file.");
                }

                component?.Lines.Add(line);
                break;
        }
    }

    private void Begin(string name)
    {
        if (++_components > limits.Components || _open.Count == limits.Depth)
        {
            Refuse("too-many-parts", "The calendar file has too many parts.");
        }
        else if (_open.TryPeek(out var parent))
        {
            var component = new CalendarComponent(name);
            parent.Parts.Add(component);
            _open.Push(component);
        }
        else if (_root is not null || name != "VCALENDAR")
        {
            Refuse("not-a-calendar", "This is not one calendar file.");
        }
        else
        {
            _root = new(name);
            _open.Push(_root);
        }
    }

    private CalendarComponent? Refuse(string code, string message)
    {
        Fault ??= new(code, _number, message);
        return null;
    }
}

/// <summary>A component as it stands in the text.</summary>
internal sealed class CalendarComponent(string name)
{
    public string Name { get; } = name;

    public List<ContentLine> Lines { get; } = [];

    public List<CalendarComponent> Parts { get; } = [];

    public ContentLine? Line(string name) => Lines.Find(l => l.Name == name);
}
