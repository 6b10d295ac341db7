using Microsoft.Extensions.Hosting;
using Workflows.Functions;

await WorkflowsApp.Build(args).RunAsync();
