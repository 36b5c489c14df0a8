using Causeway.Host;

return await CommandLine.RunAsync(args);
