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

    /// <summary>True while rows written past the change tracker wait for the commit.</summary>
    internal bool HasBulkRows { get; set; }

    /// <summary>Under which part keys something was sealed that the next commit writes; it asks whether they still live.</summary>
    internal HashSet<SealedUnder> Seals { get; } = [];

    // Read by the tenant filters; public because EF turns members of the context into query parameters.
    public bool SeesEverything => Scope.Everything;

    public OrganisationId ScopedOrganisationId => Scope.Organisation;

    public NetworkId ScopedNetworkId => Scope.Network;

    public PersonId ScopedPersonId => Scope.Person;

    public OrganisationId ScopedLenderId => Scope.Organisation;

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

    /// <summary>
    /// Writes many new rows at once past the change tracker, into the transaction that the next save commits; without that
    /// save, and its audit act, nothing of them holds. For lists and the like; everything else is added one by one.
    /// </summary>
    public Task InsertAllAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class => BulkAsync(rows, () => BulkTable.Of(this, typeof(T)).Insert(rows, Scope), ct);

    /// <summary>The same for rows that are there: the named properties are written. Not for what has a version.</summary>
    public Task UpdateAllAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken ct)
        where T : class => BulkAsync(rows, () => BulkTable.Of(this, typeof(T)).Update(rows, properties, Scope), ct);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous: use SaveChangesAsync.");

    /// <param name="cancellationToken">Honoured before the first write, never after: a commit is not cancellable.</param>
    /// <exception cref="CommitUnknownException">The database did not say clearly whether the commit holds.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_acts.Count == 0 && !HasBulkRows && !ChangeTracker.HasChanges())
        {
            return 0;
        }

        var acts = _acts.ToArray();
        _acts.Clear();
        return await new Committer(this).CommitAsync(acts);
    }

    /// <summary>Says what is done, and saves.</summary>
    public Task<Refusal?> TrySaveAsync(string act, Guid objectId, CancellationToken ct)
    {
        Record(act, objectId);
        return TrySaveAsync(ct);
    }

    /// <summary>Saves, or says that somebody else changed one of the rows meanwhile; then nothing is written.</summary>
    public async Task<Refusal?> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }

    /// <summary>
    /// Does it, and when somebody else changed one of the rows meanwhile, lets go of all that was read and does it again.
    /// For what can look anew at what is there; a form that a person filled in is refused instead (<see cref="TrySaveAsync(CancellationToken)"/>).
    /// </summary>
    /// <param name="repeats">So often again; then the conflict is thrown.</param>
    public async Task LookAgainAsync(int repeats, Func<Task> act)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await act();
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < repeats)
            {
                ChangeTracker.Clear();
            }
        }
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

    private async Task BulkAsync<T>(IReadOnlyCollection<T> rows, Func<BulkWrite> write, CancellationToken ct)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var bulk = write();
        _ = Database.CurrentTransaction ?? await Database.BeginTransactionAsync(ct);
        HasBulkRows = true;
        try
        {
            var written = await Provider.WriteAsync(this, bulk, ct);
            if (written != rows.Count)
            {
                throw new DbUpdateConcurrencyException($"{rows.Count} rows of {bulk.Table} were to be written, but {written} were.");
            }
        }
        catch (Exception)
        {
            // Some of the rows may stand in the transaction: no later save may take them along.
            HasBulkRows = false;
            await Database.RollbackTransactionAsync(CancellationToken.None);
            throw;
        }
    }

    internal void LeaveTo(Task commit) => _unanswered = commit;

    private async Task DisposeAfterAsync(Task commit)
    {
        // Nobody waits for this one: it runs on the pool after the request has ended, so it can lock nobody up.
#pragma warning disable VSTHRD003
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
