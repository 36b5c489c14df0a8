using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Causeway.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Causeway.Ui;

/// <summary>Brings the frame, the widgets, the words and the assets into a host.</summary>
public static class UiModule
{
    /// <summary>Registers everything of Ui, Razor Pages included. The host also registers ICurrentActor, Access and its IModules.</summary>
    public static IMvcBuilder AddUi(this IServiceCollection services, Action<UiOptions>? configure = null)
    {
        services.AddOptions<UiOptions>().Configure(configure ?? (_ => { }));
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new AssetCatalogue(s.GetServices<IModule>()));
        services.AddSingleton(s => new TextCatalogue(s.GetServices<IModule>()));
        services.AddSingleton<IStringLocalizerFactory, CatalogueLocalizerFactory>();
        services.AddSingleton(s => s.GetRequiredService<IStringLocalizerFactory>().Create(typeof(UiModule)));
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddScoped<PageFrame>();

        // The default writes every letter that is not Latin as eight characters: an Arabic page would weigh four times as much.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<IConfigureOptions<RequestLocalizationOptions>>(s => new ConfigureOptions<RequestLocalizationOptions>(
            o => Localize(o, s.GetRequiredService<TextCatalogue>())));
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = "cw-note";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.IsEssential = true;
        });
        services.Configure<RazorViewEngineOptions>(o => o.PageViewLocationFormats.Add("/Pages/Ui/Layout/{0}.cshtml"));
        return services.AddRazorPages()
            .AddMvcOptions(Bind)
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (type, factory) => factory.Create(type))
            .ConfigureApplicationPartManager(AddOwnPages);
    }

    /// <summary>Error pages. First in the pipeline.</summary>
    public static IApplicationBuilder UseUiErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler("/error/500")
        .UseStatusCodePagesWithReExecute("/error/{0}");

    /// <summary>The reader's language. After the middleware that sets the actor, before the endpoints run.</summary>
    public static IApplicationBuilder UseUiLanguage(this IApplicationBuilder app) => app.UseRequestLocalization();

    /// <summary>Style sheets, scripts, fonts and icons of all rooms under <c>/assets/</c>, open to everyone.</summary>
    public static IEndpointConventionBuilder MapUiAssets(this IEndpointRouteBuilder endpoints) => AssetEndpoints.Map(endpoints);

    private static void Localize(RequestLocalizationOptions options, TextCatalogue texts)
    {
        var cultures = texts.Languages.Select(CultureInfo.GetCultureInfo).ToList();
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.SetDefaultCulture("en");
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders = [new ReaderLanguage(), new AcceptLanguageHeaderRequestCultureProvider()];
    }

    private static void Bind(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new DateBoxes());

        // "Required" is said by the module in its own words, not guessed from a type.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        DefaultModelBindingMessageProvider says = options.ModelBindingMessageProvider;
        says.SetAttemptedValueIsInvalidAccessor((_, _) => "This value cannot be read.");
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "This value cannot be read.");
        says.SetUnknownValueIsInvalidAccessor(_ => "This value cannot be read.");
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => "This value cannot be read.");
        says.SetValueIsInvalidAccessor(_ => "This value cannot be read.");
        says.SetValueMustBeANumberAccessor(_ => "Write a number.");
        says.SetNonPropertyValueMustBeANumberAccessor(() => "Write a number.");
        says.SetValueMustNotBeNullAccessor(_ => "Something is needed here.");
        says.SetMissingBindRequiredValueAccessor(_ => "Something is needed here.");
        says.SetMissingKeyOrValueAccessor(() => "Something is needed here.");
        says.SetMissingRequestBodyRequiredValueAccessor(() => "Something is needed here.");
    }

    private static void AddOwnPages(ApplicationPartManager parts)
    {
        // A web project finds them by itself; a test program does not. Twice would make every page ambiguous.
        var own = typeof(UiModule).Assembly;
        if (parts.ApplicationParts.Any(p => p is CompiledRazorAssemblyPart razor && razor.Assembly == own))
        {
            return;
        }

        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
        {
            parts.ApplicationParts.Add(part);
        }
    }
}
