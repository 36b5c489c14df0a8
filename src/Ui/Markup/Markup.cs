using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Causeway.Ui;

/// <summary>
/// HTML whose literals are ours and whose holes are encoded. There is no way to put a string in unencoded, so a widget
/// cannot forget to encode: <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.
/// </summary>
internal sealed class Markup : IHtmlContent
{
    public static readonly Markup Nothing = new();

    private readonly HtmlContentBuilder _parts = new();

    public static Markup Of(MarkupText html) => html.Result;

    public Markup Add(MarkupText html)
    {
        _parts.AppendHtml(html.Result);
        return this;
    }

    /// <summary>A whole attribute with its leading space, or nothing when there is no value.</summary>
    /// <param name="name">A literal of ours; never user text.</param>
    public static Markup Attr(string name, string? value) =>
        value is null ? Nothing : Of($"{Literal(" " + name + "=\"")}{value}{Literal("\"")}");

    public static Markup Flag(string name, bool present) => present ? Literal(" " + name) : Nothing;

    internal static Markup Literal(string ours)
    {
        var result = new Markup();
        result._parts.AppendHtml(ours);
        return result;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => _parts.WriteTo(writer, encoder);

    /// <summary>Content that is made when the page is written, after everything on it has been read.</summary>
    public static IHtmlContent Late(Func<IHtmlContent> make) => new LateContent(make);

    private sealed class LateContent(Func<IHtmlContent> make) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
    }

    [InterpolatedStringHandler]
    internal readonly struct MarkupText
    {
        public MarkupText(int literalLength, int formattedCount)
        {
            _ = (literalLength, formattedCount);
            Result = new Markup();
        }

        public Markup Result { get; }

        public void AppendLiteral(string ours) => Result._parts.AppendHtml(ours);

        public void AppendFormatted(string? text) => Result._parts.Append(text);

        public void AppendFormatted(int number) => Result._parts.AppendHtml(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public void AppendFormatted(IHtmlContent? html)
        {
            if (html is not null)
            {
                Result._parts.AppendHtml(html);
            }
        }
    }
}
