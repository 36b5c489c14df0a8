using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct QuestionId(Guid Value) : IEntityId<QuestionId>
{
    public static QuestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct AnswerId(Guid Value) : IEntityId<AnswerId>
{
    public static AnswerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A consultation: peers are asked for advice, and no child can be recognised. Kept, so that it is asked once.</summary>
internal sealed class Question : IOwnedByNetwork, IVersioned
{
    public const int UsualDays = 5;
    public const int LongestText = 3000;

    public static readonly IReadOnlyList<int> DaysOffered = [3, 5, 7];

    public static readonly Refusal NoTopic = new("question.no-topic", "Write the topic in a few words.", "Topic");
    public static readonly Refusal NoText = new("question.no-text", "Write what you would like to know.", "Text");
    public static readonly Refusal NoDays = new("question.no-days", "Choose three, five or seven days.", "Days");
    public static readonly Refusal NotChecked = new("question.not-checked", "Read it once more and tick that nobody can recognise a child.", "NoChild");
    public static readonly Refusal NoAnswer = new("question.no-answer", "Write your answer.", "Reply");
    public static readonly Refusal Closed = new("question.closed", "This question is closed. It stays readable; ask a new one if you need more.");

    private Question()
    {
    }

    public QuestionId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PersonId AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The last day for answers, the asker's day.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>Topic, text and answers, folded for searching.</summary>
    public string SearchKey { get; private set; } = "";

    public int Version { get; private set; }

    public static (Question? Question, Refusal? Refusal) Ask(NetworkId network, (string? Topic, string? Text, int Days) said, Actor by, DateOnly today, TimeProvider clock)
    {
        var refusal = FormText.Check(said.Topic, TypedText.Line, nameof(Topic), NoTopic)
            ?? FormText.Check(said.Text, LongestText, nameof(Text), NoText)
            ?? (DaysOffered.Contains(said.Days) ? null : NoDays);
        return refusal is not null
            ? (null, refusal)
            : (new Question
            {
                Id = EntityId.New<QuestionId>(clock),
                NetworkId = network,
                AskedBy = by.Person,
                AskedByName = by.Name,
                School = by.Organisation!.Value,
                SchoolName = by.OrganisationName ?? "",
                Topic = FormText.Tidy(said.Topic),
                Text = FormText.Tidy(said.Text),
                AskedAt = clock.GetUtcNow(),
                ClosesOn = today.AddDays(said.Days),
                SearchKey = TypedText.Key(said.Topic!, said.Text!),
            }, null);
    }

    public bool IsOpen(DateOnly today) => today <= ClosesOn;

    public Refusal? Close(DateOnly today)
    {
        if (!IsOpen(today))
        {
            return Closed;
        }

        ClosesOn = today.AddDays(-1);
        return null;
    }

    public (QuestionAnswer? Answer, Refusal? Refusal) Take(string? text, Actor by, DateOnly today, TimeProvider clock)
    {
        if (!IsOpen(today))
        {
            return (null, Closed);
        }

        if (FormText.Check(text, LongestText, "Reply", NoAnswer) is { } refusal)
        {
            return (null, refusal);
        }

        SearchKey = SearchKey + "\n" + TypedText.Key(text!);
        return (QuestionAnswer.Give(this, FormText.Tidy(text), by, clock), null);
    }

    /// <summary>After a school left without leaving its words: the search keeps only what is still there.</summary>
    /// <param name="wholly">The question itself was the school's; the answers of others stay readable below a dash.</param>
    public void Forget(bool wholly, IEnumerable<string> answers)
    {
        if (wholly)
        {
            (Topic, Text, AskedByName, SchoolName) = ("–", "", "", "");
        }

        SearchKey = TypedText.Key([Topic, Text, .. answers]);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> builder)
        {
            builder.HasKey(q => q.Id);
            builder.Property(q => q.AskedByName).HasMaxLength(People.LongestName);
            builder.Property(q => q.SchoolName).HasMaxLength(Organisation.LongestName);
            builder.Property(q => q.Topic).HasMaxLength(TypedText.Line);
            builder.Property(q => q.Text).HasMaxLength(LongestText);
            builder.HasIndex(q => new { q.NetworkId, q.ClosesOn });
            builder.HasOne<Network>().WithMany().HasForeignKey(q => q.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a peer answered. The asker says whether it helped.</summary>
internal sealed class QuestionAnswer : IOwnedByNetwork, IVersioned
{
    private QuestionAnswer()
    {
    }

    public AnswerId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public QuestionId QuestionId { get; private set; }

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public bool Useful { get; private set; }

    public int Version { get; private set; }

    internal static QuestionAnswer Give(Question question, string text, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<AnswerId>(clock),
        NetworkId = question.NetworkId,
        QuestionId = question.Id,
        By = by.Person,
        ByName = by.Name,
        School = by.Organisation!.Value,
        SchoolName = by.OrganisationName ?? "",
        Text = text,
        At = clock.GetUtcNow(),
    };

    public void Mark(bool useful) => Useful = useful;

    internal sealed class Configuration : IEntityTypeConfiguration<QuestionAnswer>
    {
        public void Configure(EntityTypeBuilder<QuestionAnswer> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.ByName).HasMaxLength(People.LongestName);
            builder.Property(a => a.SchoolName).HasMaxLength(Organisation.LongestName);
            builder.Property(a => a.Text).HasMaxLength(Question.LongestText);
            builder.HasIndex(a => a.NetworkId);
            builder.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
