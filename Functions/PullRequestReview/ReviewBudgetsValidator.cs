using Microsoft.Extensions.Options;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.PullRequestReview;

/// <summary>Refuses budgets that cannot be kept.</summary>
internal sealed class ReviewBudgetsValidator : IValidateOptions<ReviewBudgets>
{
    public ValidateOptionsResult Validate(string? name, ReviewBudgets options)
    {
        IReadOnlyList<string> errors = options.Validate();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(error => $"Reviews:Budgets: {error}"));
    }
}
