using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>How loud a state is. The word always stands beside; colour and icon only repeat it.</summary>
public enum StateKind
{
    /// <summary>A neutral word.</summary>
    Plain,

    Ok,

    /// <summary>Soon, aged, differs.</summary>
    Wait,

    /// <summary>Late, held, missing, duty. Nothing else is red.</summary>
    Stop,

    New,

    /// <summary>Nobody knows: a dashed shape of its own, never blank and never "no".</summary>
    Unknown,
}

/// <summary><c>&lt;cw-state kind="Wait" text="Today" /&gt;</c>, or with the words as content.</summary>
[HtmlTargetElement("cw-state")]
public sealed class StateTagHelper : UiTagHelper
{
    public StateKind Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>Another icon than the kind's own; empty for none.</summary>
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var (cssClass, icon) = Look(Kind);
        var shown = Icon ?? icon;
        var content = shown.Length == 0 ? new Markup() : Markup.Of($"{DrawIcon(shown)}");
        Wrap(output, "span", cssClass, content.Add($"{Say(Text)}{inside}"));
    }

    internal static (string CssClass, string Icon) Look(StateKind kind) => kind switch
    {
        StateKind.Ok => ("cw-st cw-ok", "circle-check"),
        StateKind.Wait => ("cw-st cw-wait", "clock"),
        StateKind.Stop => ("cw-st cw-stop", "alert-triangle"),
        StateKind.New => ("cw-st cw-new", "info-circle"),
        StateKind.Unknown => ("cw-st cw-unk", "circle-dashed"),
        StateKind.Plain => ("cw-st", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
