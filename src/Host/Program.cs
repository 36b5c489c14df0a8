using Causeway.Host;

var builder = WebApplication.CreateBuilder(args);
var settings = HostSettings.FromEnvironment(demo: true);
CausewayApp.AddCauseway(builder, settings);
var app = builder.Build();
CausewayApp.UseCauseway(app);
await app.RunAsync($"http://localhost:{settings.Port}");
