using System.Globalization;

namespace Causeway.Host;

/// <summary>One line that moves on a terminal, a line now and then in a log. Goes to standard error, so output stays clean.</summary>
internal sealed class Progress(string what)
{
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private int _last = -1;

    public void Report(long done, long total)
    {
        var percent = total <= 0 ? 0 : (int)(100 * done / total);
        if (percent == _last || (!_terminal && percent != 100 && percent < _last + 10))
        {
            return;
        }

        _last = percent;
        var line = string.Create(CultureInfo.InvariantCulture, $"{what}: {done:N0} of {total:N0} ({percent} %)");
        Console.Error.Write(_terminal ? "\r" + line + (percent == 100 ? "\n" : "") : line + "\n");
    }
}
