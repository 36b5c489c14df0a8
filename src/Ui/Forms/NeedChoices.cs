using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Causeway.Ui;

/// <summary>The needs in use as choices of a list, under their groups, in the reader's language.</summary>
public static class NeedChoices
{
    public static IEnumerable<SelectListItem> Items(IStringLocalizer t) => NeedTaxonomy.Current.GroupBy(n => n.Group).SelectMany(g =>
    {
        var group = new SelectListGroup { Name = t[NeedTaxonomy.Group(g.Key)] };
        return g.Select(n => new SelectListItem(t[n.Label], n.Code) { Group = group });
    });
}
