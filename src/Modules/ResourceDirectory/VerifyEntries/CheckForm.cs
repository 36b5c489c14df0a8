using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>The questions of a check as a form posts them, for the phone script and for the professional's own page.</summary>
internal sealed class CheckForm
{
    public static readonly Refusal SayWhat = new("check.say-what", "Write what it is now, or choose another answer.");

    /// <summary>Answer by group.</summary>
    public Dictionary<string, string?> Answers { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Text by column, with what is shown now filled in.</summary>
    public Dictionary<string, string?> Typed { get; set; } = new(StringComparer.Ordinal);

    public static CheckForm Of(Entry entry) => new()
    {
        Typed = FieldGroups.All.SelectMany(g => FieldGroups.Columns(g, entry.Kind)).ToDictionary(c => c.ToString(), c => (string?)Correction.Shown(entry, c), StringComparer.Ordinal),
    };

    /// <param name="rest">What holds for the groups that were neither answered nor typed over; null: nothing.</param>
    public (EntryAnswer? Answer, Refusal? Refusal) Read(Entry entry, CheckAnswer? rest = null)
    {
        var known = EntryAnswer.Known(entry);
        var groups = new List<GroupAnswer>();
        foreach (var group in FieldGroups.All)
        {
            var columns = FieldGroups.Columns(group, entry.Kind);
            var typed = columns.ToDictionary(c => c, c => (Typed.GetValueOrDefault(c.ToString()) ?? "").Trim());
            var differs = typed.Any(t => t.Value.Length > 0 && !string.Equals(t.Value, Correction.Shown(entry, t.Key), StringComparison.Ordinal));
            var chosen = Enum.TryParse<CheckAnswer>(Answers.GetValueOrDefault(group.ToString()), out var a) && a is not CheckAnswer.Gone ? a : (CheckAnswer?)null;
            if (differs)
            {
                // What was typed counts, whatever is ticked beside it: nothing typed is lost.
                groups.Add(new GroupAnswer(group, CheckAnswer.Changed, typed));
            }
            else if (chosen == CheckAnswer.Changed)
            {
                return (null, SayWhat with { Field = $"Form.Typed[{columns[0]}]" });
            }
            else if ((chosen ?? (known.Contains(group) ? rest : null)) is { } answer)
            {
                groups.Add(GroupAnswer.Plain(group, answer));
            }
        }

        return (new EntryAnswer(groups), null);
    }
}

/// <param name="Own">The professional reads it: “you”. Else it is a script for the phone.</param>
internal sealed record CheckQuestions(Entry Entry, CheckForm Form, bool Own, IReadOnlyList<FieldGroup> Groups);
