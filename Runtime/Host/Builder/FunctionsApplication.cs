namespace Workflows.FunctionsWorker.Builder;

/// <summary>A functions application.</summary>
public class FunctionsApplication
{
    /// <summary>
    /// Begins to build an application. Its configuration: <c>host.json</c> (under <c>AzureFunctionsJobHost</c>), <c>appsettings.json</c>,
    /// the <c>Values</c> of <c>local.settings.json</c>, the environment, the arguments; later ones win. Files are looked for in the
    /// application's folder, then in the current one, or only in the folder that <c>--contentRoot</c> names.
    /// </summary>
    /// <param name="args">The arguments of the command line.</param>
    /// <exception cref="Runtime.Host.HostStartException">One of the files cannot be read.</exception>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
