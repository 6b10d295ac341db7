using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.PullRequestReview;

/// <summary>What the review needs beside the models.</summary>
internal static class ReviewServices
{
    /// <summary>Adds the review's options: budgets under <c>Reviews:Budgets</c>, checked at start.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.AddOptions<ReviewBudgets>().BindConfiguration("Reviews:Budgets").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReviewBudgets>, ReviewBudgetsValidator>();
        return services;
    }
}
