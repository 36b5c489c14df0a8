using System.Text;

namespace Causeway.Calendar;

/// <summary>What a calendar object asks of the program that receives it (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>Here is something to look at.</summary>
    Publish,

    /// <summary>You are invited, or what you were invited to has changed.</summary>
    Request,

    /// <summary>It does not take place.</summary>
    Cancel,
}

/// <summary>A finished calendar object. One method each, and the same one in its text and in its media type.</summary>
public sealed record CalendarObject(CalendarMethod Method, string Text)
{
    public string ContentType => $"text/calendar; charset=utf-8; method={Word(Method)}";

    public byte[] ToOctets() => Encoding.UTF8.GetBytes(Text);

    internal static string Word(CalendarMethod method) => method switch
    {
        CalendarMethod.Publish => "PUBLISH",
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}
