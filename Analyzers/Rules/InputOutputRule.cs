using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0005: an orchestrator leaves the world to activities.</summary>
internal sealed class InputOutputRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0005",
        "An orchestrator must not do input or output",
        "'{0}' touches the world outside the orchestration: call an activity that does it ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Files, networks, databases, processes, the console and the durable client answer differently on a replay, and what an orchestrator does to them is done once more at each replay. An activity does it at its own time and its result is recorded.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["System.Console"] = "*",
        ["System.IO.File"] = "*",
        ["System.IO.Directory"] = "*",
        ["System.IO.FileSystemInfo"] = "*",
        ["System.IO.FileStream"] = "*",
        ["System.IO.FileSystemWatcher"] = "*",
        ["System.IO.RandomAccess"] = "*",
        ["System.IO.DriveInfo"] = "*",
        ["System.IO.Path"] = "GetTempPath GetTempFileName GetFullPath Exists",
        ["System.IO.Pipes.*"] = "*",
        ["System.IO.MemoryMappedFiles.*"] = "*",
        ["System.Diagnostics.Process"] = "*",
        ["System.Net.Http.HttpMessageInvoker"] = "*",
        ["System.Net.Http.HttpMessageHandler"] = "*",
        ["System.Net.Http.IHttpClientFactory"] = "*",
        ["System.Net.Http.Json.HttpClientJsonExtensions"] = "*",
        ["System.Net.WebRequest"] = "*",
        ["System.Net.WebClient"] = "*",
        ["System.Net.HttpListener"] = "*",
        ["System.Net.Dns"] = "*",
        ["System.Net.Mail.SmtpClient"] = "*",
        ["System.Net.NetworkInformation.*"] = "*",
        ["System.Net.Security.*"] = "*",
        ["System.Net.Sockets.*"] = "*",
        ["System.Net.WebSockets.*"] = "*",
        ["System.Data.IDbConnection"] = "*",
        ["System.Data.IDbCommand"] = "*",
        ["System.Data.IDataReader"] = "*",
        ["System.Data.Common.DbConnection"] = "*",
        ["System.Data.Common.DbCommand"] = "*",
        ["System.Data.Common.DbDataReader"] = "*",
        ["System.Data.Common.DbDataSource"] = "*",
        ["Microsoft.EntityFrameworkCore.DbContext"] = "*",
        ["Workflows.Durable.Client.DurableTaskClient"] = "*",
        ["Microsoft.DurableTask.Client.DurableTaskClient"] = "*",
    };

    /// <inheritdoc/>
    public override string? Judge(IOperation operation, IAssemblySymbol assembly) =>
        operation is IObjectCreationOperation { Constructor: { ContainingType: { Name: "StreamReader" or "StreamWriter" } type } constructor }
        && TypeNames.NamespaceOf(type) == "System.IO"
        && constructor.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_String
            ? TypeNames.Call(constructor)
            : null;
}
