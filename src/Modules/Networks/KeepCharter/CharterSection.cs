using Causeway.Kernel;
using System.Collections.Frozen;
using System.Text.Json;

namespace Causeway.Networks;

/// <summary>The parts of a charter, in the order in which they are read. Stored by name, so the order may change.</summary>
internal enum CharterSection
{
    Purpose,
    Driver,
    Norms,
    Members,
    Joining,
    Leaving,
    Representation,
    Chair,
    Secretary,
    Rhythm,
    Quorum,
    DecisionRule,
    Confidentiality,
    NoCaseIdentity,
    DataSharing,
    CostShare,
    AuthorityLiaison,
    Training,
    YearlyReport,
    Dispute,
}

/// <summary>What a charter says, section by section. A section that nobody wrote is not there.</summary>
internal sealed class CharterTerms
{
    public const int LongestSection = 2000;

    /// <summary>Without these a school would not know what it signs.</summary>
    public static readonly FrozenSet<CharterSection> Needed = new[]
    {
        CharterSection.Purpose, CharterSection.Norms, CharterSection.Representation, CharterSection.DecisionRule,
        CharterSection.Confidentiality, CharterSection.NoCaseIdentity,
    }.ToFrozenSet();

    private readonly SortedDictionary<CharterSection, string> _texts = [];

    public CharterTerms(IEnumerable<KeyValuePair<CharterSection, string?>> texts)
    {
        foreach (var (section, text) in texts)
        {
            if (FormText.Tidy(text) is { Length: > 0 } tidy)
            {
                _texts[section] = tidy;
            }
        }
    }

    public static CharterTerms Empty { get; } = new([]);

    public static IReadOnlyList<CharterSection> Sections { get; } = Enum.GetValues<CharterSection>();

    public string this[CharterSection section] => _texts.GetValueOrDefault(section, "");

    public IEnumerable<CharterSection> Written => _texts.Keys;

    /// <summary>Sections whose words differ from the other terms.</summary>
    public IReadOnlyList<CharterSection> ChangedFrom(CharterTerms other) =>
        [.. Sections.Where(s => !string.Equals(this[s], other[s], StringComparison.Ordinal))];

    /// <summary>One spelling for one content: what is hashed is what is stored.</summary>
    public string Write() => JsonSerializer.Serialize(_texts.ToDictionary(t => t.Key.ToString(), t => t.Value, StringComparer.Ordinal));

    public static CharterTerms Read(string stored) => new(
        (JsonSerializer.Deserialize<Dictionary<string, string>>(stored) ?? [])
            .Where(t => Enum.TryParse<CharterSection>(t.Key, out _))
            .Select(t => KeyValuePair.Create(Enum.Parse<CharterSection>(t.Key), (string?)t.Value)));
}
