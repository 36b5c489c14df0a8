using Causeway.Kernel;

namespace Causeway.Landscape;

/// <summary>How much fits into one field, and what this room says to one that is empty or no address.</summary>
internal static class TypedWords
{
    public const int Line = 160;
    public const int Paragraph = 1000;
    public const int Page = 4000;

    public static readonly Refusal Missing = new("text.missing", "Write something here.");
    public static readonly Refusal NotHttps = new("link.not-https", "Give an address that begins with https://, or leave it empty.");

    public static Refusal? CheckLink(string? link, string field) =>
        FormText.Check(link, 500, field) ?? (FormText.Tidy(link).Length == 0
            || (Uri.TryCreate(FormText.Tidy(link), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0)
            ? null : NotHttps with { Field = field });
}
