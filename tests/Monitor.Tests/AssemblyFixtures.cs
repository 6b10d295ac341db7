using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;
using Workflows.Monitor.Tests.Results;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(MonitoredHost))]
[assembly: AssemblyFixture(typeof(WorkflowHost))]
