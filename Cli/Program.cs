using Workflows.Cli;

return await CliApp.RunAsync(args, CliServices.OfThisProcess());
