using Causeway.Kernel;
using Causeway.Ui;
using Causeway.Vault;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

public static class AccountsRegistration
{
    /// <summary>
    /// Needs from the host: <c>Configure&lt;AccountsOptions&gt;</c> and a singleton <see cref="RootKeys"/>, which seals the
    /// Data Protection ring and the secrets of authenticator apps.
    /// </summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<IModule, AccountsModule>();
        services.AddScoped<Sessions>();
        services.AddScoped<ISessions>(s => s.GetRequiredService<Sessions>());
        services.AddScoped<IPersonDirectory, PersonDirectory>();
        services.AddScoped<Invitations>();
        services.AddScoped<IInvitations>(s => s.GetRequiredService<Invitations>());
        services.AddScoped<IFirstPerson>(s => s.GetRequiredService<Invitations>());
        services.AddScoped<SecurityMails>();
        services.AddScoped<Factors>();
        services.AddSingleton<Throttle>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<Recovery>();
        services.AddScoped<ChangeFactors>();
        services.AddScoped<AuthenticatorSetup>();
        services.AddScoped<AcceptInvitation>();
        AddWaitingWork(services);
        services.AddSingleton<DemoDoor>();
        services.AddScoped<IDemoPart, DemoPeople>();
        services.AddScoped<IDemoPart, DemoWrongAddress>();
        services.AddScoped<IDemoPart, DemoDigest>();
        services.Configure<UiOptions>(o => (o.SignInUrl, o.SignOutUrl) = (SessionHandler.SignInPath, "/account/sign-out"));
        AddSessionScheme(services);
        AddPasskeys(services);
        AddKeyRing(services);
        AddFormCookies(services);
        return services;
    }

    /// <summary>Writes the mails of the day while the site runs. Commands and tests leave it out.</summary>
    public static IServiceCollection AddDailyMail(this IServiceCollection services) => services.AddHostedService<DigestClock>();

    private static void AddWaitingWork(IServiceCollection services)
    {
        services.AddScoped<IWorkBook, WorkBook>();
        services.AddScoped<NewsBook>();
        services.AddScoped<INews>(s => s.GetRequiredService<NewsBook>());
        services.AddScoped<IWorkList>(s => s.GetRequiredService<NewsBook>());
        services.AddScoped<FailedMails>();
        services.AddScoped<IWorkList, FailedMailWork>();
        services.AddScoped<DigestText>();
        services.AddScoped<PersonsWork>();
        services.AddSingleton<DigestWriter>();
        services.AddScoped<ChooseMailHandler>();
        services.AddScoped<StopMailHandler>();
    }

    private static void AddSessionScheme(IServiceCollection services) => services
        .AddAuthentication(SessionHandler.SchemeName)
        .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);

    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddIdentityCore<Person>().AddUserStore<PersonStore>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyCeremony>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<AccountsOptions>>((passkeys, accounts) =>
        {
            var site = accounts.Value.PublicUrl;
            passkeys.ServerDomain = site.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AuthenticatorTimeout = PasskeyChallenge.Life;

            // Exactly this site: no sub-domain, no other port, not inside another site's frame.
            var origin = site.GetLeftPart(UriPartial.Authority);
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && asked.TopOrigin is null && string.Equals(asked.Origin, origin, StringComparison.Ordinal));
        });
    }

    private static void AddKeyRing(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("causeway");
        services.AddSingleton<RingRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((ring, s) =>
        {
            ring.XmlRepository = s.GetRequiredService<RingRepository>();
            ring.XmlEncryptor = new RingEncryption(s.GetRequiredService<RootKeys>());
        });
    }

    private static void AddFormCookies(IServiceCollection services)
    {
        // Every answer carries the header already; added on first use only, it would tell one answer from another.
        services.AddAntiforgery(forms => forms.SuppressXFrameOptionsHeader = true);
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<AccountsOptions>>((forms, accounts) =>
        {
            Harden(forms.Cookie, "causeway-form", accounts.Value);
            forms.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddOptions<CookieTempDataProviderOptions>().PostConfigure<IOptions<AccountsOptions>>((note, accounts) =>
            Harden(note.Cookie, "causeway-note", accounts.Value));
    }

    private static void Harden(CookieBuilder cookie, string name, AccountsOptions accounts)
    {
        cookie.Name = accounts.IsHttps ? "__Host-" + name : name;
        cookie.SecurePolicy = accounts.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }
}
