using System.Diagnostics.CodeAnalysis;

namespace Causeway.Kernel;

/// <summary>
/// A typed id over a <see cref="Guid"/> (version 7, so ids of one table sort by birth).
/// Parses from routes; an unreadable text is "not found", never an error page.
/// </summary>
public interface IEntityId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => TSelf.From(Guid.Parse(s, provider));

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result)
    {
        var readable = Guid.TryParse(s, provider, out var value);
        result = TSelf.From(value);
        return readable;
    }
}

public static class EntityId
{
    /// <summary>A fresh id. The clock is a parameter so that tests decide the order.</summary>
    public static T New<T>(TimeProvider clock)
        where T : struct, IEntityId<T> => T.From(Guid.CreateVersion7(clock.GetUtcNow()));
}

/// <summary>A human being who signs in, or who is known to a school without signing in.</summary>
public readonly record struct PersonId(Guid Value) : IEntityId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A school, authority, NGO, practice or informal group: whatever owns listings and has posts.</summary>
public readonly record struct OrganisationId(Guid Value) : IEntityId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A network of organisations that keep one directory.</summary>
public readonly record struct NetworkId(Guid Value) : IEntityId<NetworkId>
{
    public static NetworkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Who is what where, from, until. Rights come from the post a person acts in, one at a time.</summary>
public readonly record struct PostId(Guid Value) : IEntityId<PostId>
{
    public static PostId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
