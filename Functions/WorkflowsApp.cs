using Microsoft.Extensions.Hosting;
using Workflows.Activities.Models;
using Workflows.Functions.Consultation;
using Workflows.Functions.Content;
using Workflows.Functions.Debate;
using Workflows.Functions.Expressions;
using Workflows.Functions.Hosting;
using Workflows.Functions.Interview;
using Workflows.Functions.PullRequestReview;
using Workflows.Functions.Telemetry;

namespace Workflows.Functions;

/// <summary>Puts the application together: the one place that knows all its parts, for either host and for the command line.</summary>
public static class WorkflowsApp
{
    /// <summary>Builds the application.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Settings of the caller, after those of the application.</param>
    public static IHost Build(string[] args, Action<FunctionsApplicationBuilder>? configure = null)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddModels(builder.Configuration);
        builder.Services.AddContent();
        builder.Services.AddReviews();
        builder.Services.AddConsultations();
        builder.Services.AddDebates();
        builder.Services.AddExpressions();
        builder.Services.AddInterviews();
        builder.AddHostParts();
        OtlpExport.Add(builder.Services, builder.Configuration);
        LogFormat.Apply(builder.Logging, builder.Configuration);
        configure?.Invoke(builder);
        builder.AddHostLogs();
        return builder.Build();
    }
}
