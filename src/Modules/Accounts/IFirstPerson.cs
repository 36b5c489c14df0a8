namespace Causeway.Accounts;

/// <summary>Opens the door of an empty site: whoever installs it gets the first link on their own screen, not by mail.</summary>
public interface IFirstPerson
{
    /// <summary>Adds the person (with a fresh link when asked again before it was used) and saves.</summary>
    /// <returns>The address to open once, within a week.</returns>
    /// <exception cref="InvalidOperationException">The person signs in already.</exception>
    Task<string> CreateLinkAsync(string name, string email, CancellationToken ct);
}
