using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;

namespace Causeway.Accounts;

/// <summary>Tells people that something happened, without a mail of its own: it stands on their home page, and once in the mail of the day.</summary>
public interface INews
{
    /// <summary>Adds rows only; they go with the caller's commit.</summary>
    /// <param name="kind">Says <see cref="WorkKind.IsNews"/>; its words are all that is told.</param>
    /// <param name="path">The page of this site where it is to be seen.</param>
    void Tell(IEnumerable<PersonId> people, WorkKind kind, string path);
}

internal readonly record struct NewsItemId(Guid Value) : IEntityId<NewsItemId>
{
    public static NewsItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Written by one person for another, so it belongs to no tenant; it is only ever read for its own person.</summary>
internal sealed class NewsItem
{
    /// <summary>Who was away for so long reads it where it happened.</summary>
    public const int DaysShown = 14;

    public const int DaysKept = 60;

    private NewsItem()
    {
    }

    public NewsItemId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string Kind { get; private set; } = "";

    public string Path { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static NewsItem Of(PersonId person, WorkKind kind, string path, TimeProvider clock) =>
        new() { Id = EntityId.New<NewsItemId>(clock), Person = person, Kind = kind.Code, Path = path, At = clock.GetUtcNow() };

    internal sealed class Configuration : IEntityTypeConfiguration<NewsItem>
    {
        public void Configure(EntityTypeBuilder<NewsItem> builder)
        {
            builder.HasKey(n => n.Id);
            builder.Property(n => n.Kind).HasMaxLength(60);
            builder.Property(n => n.Path).HasMaxLength(200);
            builder.HasIndex(n => new { n.Person, n.At });
            builder.HasOne<Person>().WithMany().HasForeignKey(n => n.Person).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal sealed class NewsBook(AppDbContext db, IEnumerable<IModule> modules, TimeProvider clock, IStringLocalizer texts) : INews, IWorkList
{
    public void Tell(IEnumerable<PersonId> people, WorkKind kind, string path) =>
        db.AddRange(people.Where(p => p.Value != Guid.Empty).Distinct().Select(p => NewsItem.Of(p, kind, path, clock)));

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-NewsItem.DaysShown);
        var news = await db.Set<NewsItem>().AsNoTracking().Where(n => n.Person == actor.Person && n.At > since).OrderByDescending(n => n.At).ToListAsync(ct);
        var kinds = modules.SelectMany(m => m.Work).ToDictionary(k => k.Code, StringComparer.Ordinal);
        return
        [
            .. news.Where(n => kinds.ContainsKey(n.Kind)).DistinctBy(n => (n.Kind, n.Path)).Select(n => new WorkItem(
                n.At, Urgency.Later, Day(n.At, actor.Zone), texts[kinds[n.Kind].Name], texts["For you to know; nothing is asked of you."], n.Path, texts["Look"]) { Kind = kinds[n.Kind], Mark = n.Id.ToString() }),
        ];
    }

    private string Day(DateTimeOffset at, string zone) => LocalDay.Of(at, zone).ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture);
}
