using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>
/// The one database context. <see cref="SaveChangesAsync(bool, CancellationToken)"/> is the one place where anything is
/// committed: entities, audit rows and the idempotency key go together or not at all (see <see cref="Committer"/>).
/// </summary>
public sealed class AppDbContext(
    DbContextOptions<AppDbContext> options, ModelParts parts, Scope scope, IDatabaseProvider provider, TimeProvider clock)
    : DbContext(options)
{
    private readonly List<AuditAct> _acts = [];
    private Task? _unanswered;

    public Scope Scope { get; } = scope;

    /// <summary>The key of the form being answered; written with the next commit.</summary>
    public IdempotencyKey? Key { get; set; }

    /// <summary>True once the key went into a commit.</summary>
    public bool KeyWritten { get; internal set; }

    internal IDatabaseProvider Provider { get; } = provider;

    internal TimeProvider Clock { get; } = clock;

    /// <summary>True while a commit runs whose answer nobody waits for any more; this context can then do nothing else.</summary>
    internal bool IsUnanswered => _unanswered is { IsCompleted: false };

    internal (Guid Transaction, int Revision) ScopeKnownTo { get; set; }

    // Read by the tenant filters; public because EF turns members of the context into query parameters.
    public bool SeesEverything => Scope.Everything;

    public OrganisationId ScopedOrganisationId => Scope.Organisation;

    public NetworkId ScopedNetworkId => Scope.Network;

    public PersonId ScopedPersonId => Scope.Person;

    /// <summary>
    /// Says what is about to be done; written in the same commit. A save that changes owned rows without this is a bug
    /// and throws.
    /// </summary>
    /// <param name="act">Dotted, in the glossary's words, named by the program, never by the user: <c>listing.edited</c>.</param>
    /// <param name="objectId">Fixed-form id; never content.</param>
    /// <param name="chain">Whose trail: by default the actor's organisation, else the installation's.</param>
    /// <param name="reason">Typed by the person where the act asks for one; holds no child data by the page's own rule.</param>
    public void Record(string act, Guid objectId, Guid? chain = null, string? reason = null) =>
        _acts.Add(new AuditAct(act, objectId, chain ?? Scope.Organisation.Value, reason));

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous: use SaveChangesAsync.");

    /// <param name="cancellationToken">Honoured before the first write, never after: a commit is not cancellable.</param>
    /// <exception cref="CommitUnknownException">The database did not say clearly whether the commit holds.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_acts.Count == 0 && !ChangeTracker.HasChanges())
        {
            return 0;
        }

        var acts = _acts.ToArray();
        _acts.Clear();
        return await new Committer(this).CommitAsync(acts);
    }

    /// <summary>A commit that is still under way keeps its connection; it is given back when the commit is through.</summary>
    public override ValueTask DisposeAsync()
    {
        if (_unanswered is { IsCompleted: false } commit)
        {
            _ = DisposeAfterAsync(commit);
            return ValueTask.CompletedTask;
        }

        return base.DisposeAsync();
    }

    public override void Dispose()
    {
        if (_unanswered is { IsCompleted: false } commit)
        {
            _ = DisposeAfterAsync(commit);
            return;
        }

        base.Dispose();
    }

    internal void LeaveTo(Task commit) => _unanswered = commit;

    private async Task DisposeAfterAsync(Task commit)
    {
#pragma warning disable VSTHRD003 // The commit was begun by this context's own committer; there is no synchronisation context to wait on.
        await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
#pragma warning restore VSTHRD003
        await base.DisposeAsync();
    }

    internal Task<int> WriteAsync() => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, CancellationToken.None);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Apply(configurationBuilder, parts.Assemblies, Provider.Name == "SQLite");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in parts.Assemblies)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }

        ModelConventions.Finish(modelBuilder);
        TenantFilter.Apply(modelBuilder, this);
    }
}
