using System.Text;

namespace Causeway.ResourceDirectory;

/// <summary>
/// One object of a services directory (an organisation, a service, a phone …), whether it came as JSON or as the row of a
/// table. Names of properties are compared without case and signs, because no two programs write them alike.
/// </summary>
internal sealed class HsdsNode(string kind)
{
    private List<(string Key, string Text)>? texts;
    private List<HsdsNode>? parts;

    /// <summary>One of <see cref="HsdsKind"/>, or the property it stood under where we know no kind for it.</summary>
    public string Kind => kind;

    public IReadOnlyList<(string Key, string Text)> Texts => texts ?? [];

    public IReadOnlyList<HsdsNode> Parts => parts ?? [];

    public string? Id => Text("id");

    public bool IsEmpty => texts is null && parts is null;

    public void Say(string key, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            (texts ??= []).Add((key, text.Trim()));
        }
    }

    public void Hold(HsdsNode part) => (parts ??= []).Add(part);

    /// <summary>The first of these properties that says something.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var (name, text) in Texts)
            {
                if (string.Equals(name, key, StringComparison.Ordinal))
                {
                    return text;
                }
            }
        }

        return null;
    }

    public bool Says(params ReadOnlySpan<string> keys) => Text(keys) is not null;

    public IEnumerable<string> All(string key) => Texts.Where(text => string.Equals(text.Key, key, StringComparison.Ordinal)).Select(text => text.Text);

    public IEnumerable<HsdsNode> Of(string wanted) => Parts.Where(part => string.Equals(part.Kind, wanted, StringComparison.Ordinal));

    /// <summary>"Street_Address 1" is <c>streetaddress1</c>.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            if (char.IsLetterOrDigit(sign))
            {
                key.Append(char.ToLowerInvariant(sign));
            }
        }

        return key.ToString();
    }
}
