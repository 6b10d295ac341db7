using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(MonitoredHost))]
