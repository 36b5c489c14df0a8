using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>What waits for a person in one post.</summary>
internal sealed record PostWork(Actor Actor, IReadOnlyList<WorkItem> Items);

/// <summary>Writes the mail of the day: how much of which kind, and where. Nothing that names what it is about (R41).</summary>
internal sealed class DigestText(IStringLocalizer texts, IOptions<AccountsOptions> options)
{
    /// <param name="before">Keys that the last mail named; null: there was none yet.</param>
    /// <param name="stop">The address of the links that stop mails, to which the kind is added.</param>
    public (string Subject, string Body) Write(string language, IReadOnlyList<PostWork> work, IReadOnlySet<string>? before, string stop)
    {
        var total = work.Sum(w => w.Items.Count);
        return (
            Written.In(language, () => texts.Count(total, "{0} thing waits for you", "{0} things wait for you")),
            Written.In(language, () => Body(work, before, stop)));
    }

    private string Body(IReadOnlyList<PostWork> work, IReadOnlySet<string>? before, string stop)
    {
        var parts = new List<string>();
        foreach (var post in work)
        {
            // Who holds one post need not be told in which.
            if (work.Count > 1 && post.Actor.OrganisationName is { } organisation)
            {
                parts.Add(texts["In your post at {0}:", organisation]);
            }

            var (fresh, old) = (post.Items.Where(i => before?.Contains(i.Key) == false).ToList(), post.Items.Where(i => before?.Contains(i.Key) != false).ToList());
            Add(parts, fresh, texts["New since your last mail:"]);
            Add(parts, old, fresh.Count > 0 ? texts["Still waiting:"].Value : null);
        }

        parts.Add(Choices(work, stop));
        parts.Add(options.Value.Site);
        return string.Join("\n\n", parts) + "\n";
    }

    private void Add(List<string> parts, List<WorkItem> items, string? heading)
    {
        if (items.Count == 0)
        {
            return;
        }

        var lines = items.GroupBy(i => i.Kind).OrderBy(g => g.Min(i => i.Urgency)).ThenBy(g => g.Min(i => i.When)).Select(Line);
        parts.Add(string.Join('\n', heading is null ? lines : lines.Prepend(heading)));
    }

    private string Line(IGrouping<WorkKind, WorkItem> kind)
    {
        var (count, late) = (kind.Sum(i => i.Count), kind.Where(i => i.Urgency == Urgency.Late).Sum(i => i.Count));
        var overdue = late == 0 ? "" : late == count ? texts[" (overdue)"].Value : texts[" (overdue: {0})", late].Value;
        var url = kind.Select(i => i.Url).Distinct(StringComparer.Ordinal).Count() == 1 ? kind.First().Url : kind.Key.Url;
        return $"- {texts.Count(count, kind.Key.One, kind.Key.Many)}{overdue}\n{options.Value.Link(url)}";
    }

    private string Choices(IReadOnlyList<PostWork> work, string stop)
    {
        var lines = work.SelectMany(w => w.Items).Select(i => i.Kind).Where(k => !k.Protects).Distinct()
            .Select(k => $"{texts["No more mail about this: {0}", texts[k.Name].Value]}\n{stop}{k.Code}").ToList();
        lines.Insert(0, $"{texts["When this mail comes, and what it tells:"]}\n{options.Value.Link(ChooseMailModel.Path)}");
        lines.Add($"{texts["No more of these daily mails:"]}\n{stop}{MailChoice.Everything}");
        return "-- \n" + string.Join('\n', lines);
    }
}
