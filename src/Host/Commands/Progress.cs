using System.Globalization;

namespace Causeway.Host;

/// <summary>One line that moves on a terminal; in a log one line at the end, and one every ten seconds of long work. Goes to standard error, so output stays clean.</summary>
internal sealed class Progress(string what)
{
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly TimeProvider _clock = TimeProvider.System;
    private long _spoken = TimeProvider.System.GetTimestamp();
    private int _last = -1;

    public void Report(long done, long total)
    {
        var percent = total <= 0 ? 0 : (int)(100 * done / total);
        if (percent == _last || (!_terminal && percent != 100 && _clock.GetElapsedTime(_spoken) < TimeSpan.FromSeconds(10)))
        {
            return;
        }

        (_last, _spoken) = (percent, _clock.GetTimestamp());
        var line = string.Create(CultureInfo.InvariantCulture, $"{what}: {done:N0} of {total:N0} ({percent} %)");
        Console.Error.Write(_terminal ? "\r" + line + (percent == 100 ? "\n" : "") : line + "\n");
    }
}
