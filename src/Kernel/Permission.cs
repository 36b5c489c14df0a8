namespace Causeway.Kernel;

/// <summary>How the actor must stand to the object, on top of the role. Rights are intersected, never added.</summary>
public enum Relation
{
    /// <summary>No object involved (a page of the actor's own, a search within the actor's network).</summary>
    None,

    /// <summary>The object belongs to the actor's organisation.</summary>
    OwnOrganisation,

    /// <summary>The object belongs to the actor's network.</summary>
    OwnNetwork,

    /// <summary>The object belongs to the actor as a person.</summary>
    Self,
}

/// <summary>One line of the permission matrix: who may do what to which kind of object.</summary>
/// <param name="Code">Stable, dotted, in the glossary's words: <c>listing.edit</c>.</param>
/// <param name="Roles">Empty means: every signed-in person, with or without a post.</param>
public sealed record PermissionRule(string Code, Relation Relation, params Role[] Roles);

/// <summary>What an endpoint or handler is about to touch. All null: nothing that belongs to anybody.</summary>
public readonly record struct AccessObject(
    OrganisationId? Organisation = null,
    NetworkId? Network = null,
    PersonId? Person = null);

/// <summary>
/// The one decision function. Every endpoint names a permission; handlers ask again with the object in hand.
/// "No" is answered like "not there" so that nothing can be learnt from the answer.
/// </summary>
public sealed class Access
{
    private readonly Dictionary<string, PermissionRule> _rules;

    /// <exception cref="InvalidOperationException">Two modules declare the same code.</exception>
    public Access(IEnumerable<IModule> modules)
    {
        _rules = new(StringComparer.Ordinal);
        foreach (var rule in modules.SelectMany(m => m.Permissions))
        {
            if (!_rules.TryAdd(rule.Code, rule))
            {
                throw new InvalidOperationException($"Permission '{rule.Code}' is declared twice.");
            }
        }
    }

    public IReadOnlyCollection<PermissionRule> Rules => _rules.Values;

    public bool Knows(string code) => _rules.ContainsKey(code);

    /// <summary>May this role do this at all? For menus and for the endpoint check, before any object is known.</summary>
    public bool Allows(Actor actor, string code)
    {
        if (!actor.IsSignedIn || !_rules.TryGetValue(code, out var rule))
        {
            return false;
        }

        return rule.Roles.Length == 0 || (actor.Role is { } role && rule.Roles.Contains(role));
    }

    /// <summary>May this actor do this to this object?</summary>
    public bool Allows(Actor actor, string code, AccessObject target)
    {
        if (!Allows(actor, code))
        {
            return false;
        }

        return _rules[code].Relation switch
        {
            Relation.None => true,
            Relation.OwnOrganisation => target.Organisation is { } o && o == actor.Organisation,
            Relation.OwnNetwork => target.Network is { } n && n == actor.Network,
            Relation.Self => target.Person is { } p && p == actor.Person,
            _ => false,
        };
    }
}

/// <summary>The permission an endpoint needs. An endpoint with neither this nor <see cref="OpenToAttribute"/> stops the program at start.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;
}

public enum Audience
{
    /// <summary>Anybody, signed in or not: sign-in pages, health, static files.</summary>
    Everyone,

    /// <summary>Whoever holds a secret link; the page itself checks the secret.</summary>
    LinkHolders,

    /// <summary>Everyone, but only in the made-up city; elsewhere the endpoint answers as if it were not there.</summary>
    DemoOnly,
}

/// <summary>Says aloud that an endpoint needs no permission, and whom it is for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAttribute(Audience audience) : Attribute
{
    public Audience Audience { get; } = audience;
}

/// <summary>The endpoint writes nothing whatever the method, knows nobody, and may be asked by pages of other sites.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ReadByOtherSitesAttribute : Attribute;
