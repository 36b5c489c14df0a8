namespace Causeway.Calendar;

/// <summary>How much of somebody else's calendar object is read at most. Everything beyond is refused in words, quickly.</summary>
/// <param name="Octets">Size of the object.</param>
/// <param name="Lines">Lines after unfolding.</param>
/// <param name="LineOctets">Length of one line after unfolding, in characters.</param>
/// <param name="Components">BEGIN lines in all.</param>
/// <param name="Depth">Components inside components.</param>
/// <param name="Occurrences">Dates of one event's list of exceptions, and changes of one zone.</param>
public sealed record CalendarLimits(
    int Octets = 512 * 1024, int Lines = 20_000, int LineOctets = 32 * 1024, int Components = 2_000, int Depth = 4, int Occurrences = 2_000)
{
    /// <summary>For an object that came by mail from a stranger.</summary>
    public static CalendarLimits Mail { get; } = new(Octets: 128 * 1024, Lines: 4_000, Components: 200);
}

/// <summary>Why a calendar object was not read.</summary>
/// <param name="Code">Stable, for tests and texts.</param>
/// <param name="Line">The line of the object after unfolding, from 1; 0 for the whole of it.</param>
/// <param name="Message">In plain English.</param>
public sealed record CalendarFault(string Code, int Line, string Message);
