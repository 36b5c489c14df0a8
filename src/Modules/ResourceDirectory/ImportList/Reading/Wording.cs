using System.Globalization;

namespace Causeway.ResourceDirectory;

/// <summary>A sentence for people: English text with {0}… that is also the key for other languages, and its values.</summary>
internal sealed record Wording(string Message, params object[] Values)
{
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Message, Values);
}
